import { expect, expectNoAxeFindings, signIn, test } from './fixture'

for (const [kind, id] of [
  ['SMS', 500012],
  ['WhatsApp', 500013],
  ['Chat', 500014],
  ['Email', 500015],
] as const) {
  test(`${kind} shows as a message, with nothing to play`, async ({ page }) => {
    await signIn(page, 'qa-reviewer', `/recordings/${id}`)
    const message = page.getByRole('list', { name: 'Messages' }).getByRole('article').first()
    await expect(message).toBeVisible()
    await expect(message.locator('time')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toHaveCount(0)
    await expectNoAxeFindings(page)
  })
}

test('comments stand in threads, and details in words with every field beneath', async ({
  page,
}) => {
  await signIn(page, 'qa-reviewer', '/recordings/500000')
  await page.getByRole('tab', { name: /^Comments 3/ }).click()
  const comments = page.getByRole('list', { name: 'Comments' })
  await comments
    .getByRole('button', { name: /^Go to/ })
    .first()
    .click()
  await expect(page.getByRole('slider', { name: 'Position in the recording' })).not.toHaveAttribute(
    'aria-valuenow',
    '0',
  )
  await page.getByRole('tab', { name: 'Details' }).click()
  await expect(page.getByText('Interaction id')).toBeVisible()
  await page.getByText('All fields').click()
  await expect(page.getByText('thirdPartyId')).toBeVisible()
})
