import { expect, SANDBOX_ORIGIN, test } from './fixture'
import { addAccount, type RunningConsole, signInLocally, startConsole } from './start-console'

const EMAIL = 'head@firm.example'
const PASSWORD = 'correct horse battery staple'

let running: RunningConsole

// With the sandbox for a tenant as a real one is: people of one's own, and so somebody with two roles.
test.beforeAll(async () => {
  running = await startConsole(3323, {
    FOCUS_BASE_URL: `${SANDBOX_ORIGIN}/api`,
    FOCUS_CLIENT_ID: '1000001',
    FOCUS_API_KEY: 'sandbox-key',
    FOCUS_USERNAME: 'focus.console@sandbox.example',
  })
  await addAccount(running.dataDir, EMAIL, PASSWORD, ['admin', 'qa-reviewer'])
})
test.afterAll(() => running?.stop())

test('a person’s page lists their recordings for whoever may search them, and opens one', async ({
  page,
}) => {
  await signInLocally(page, `${running.origin}/people/1001`, EMAIL, PASSWORD)
  const section = page.getByRole('region', { name: 'Recordings of this person' })
  const rows = section.getByRole('row').filter({ hasText: 'Priya Shah' })
  await expect(rows.first()).toBeVisible()
  // No row is of anybody else alone.
  const all = section.getByRole('row').filter({ hasNotText: 'Start' })
  expect(await all.filter({ hasNotText: 'Priya Shah' }).count()).toBe(0)
  await section.getByRole('link', { name: 'Search among them' }).click()
  await expect(page).toHaveURL(/\/recordings\?q=person%3A1001/)
  await expect(page.getByRole('status').filter({ hasText: /recording/ })).toBeVisible()
  await page.goBack()
  await rows.first().click()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/recordings\/\d+$/)
})

test('the row, the pane, the order and the columns of their recordings outlive Back and a reload', async ({
  page,
}) => {
  await signInLocally(page, `${running.origin}/people/1001`, EMAIL, PASSWORD)
  const section = page.getByRole('region', { name: 'Recordings of this person' })
  const rows = section.getByRole('row').filter({ hasText: 'Priya Shah' })
  await expect(section.getByRole('status').first()).toHaveText(/^[\d,]+ recordings?$/)
  await section.getByRole('button', { name: 'Length' }).click()
  await expect(page).toHaveURL(/sort=-duration/)
  await section.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Tags' }).click()
  await page.keyboard.press('Escape')
  await rows.nth(2).click()
  const preview = section.getByRole('complementary', { name: 'Preview' })
  await expect(page).toHaveURL(/at=\d+&row=2&pane=1&cols=/)
  await expect(preview).toContainText(/3 of \d+/)
  const address = page.url()

  const same = async () => {
    await expect(page).toHaveURL(address)
    await expect(preview).toContainText(/3 of \d+/)
    await expect(section.getByRole('grid')).toHaveAttribute('aria-activedescendant', /-2$/)
    await expect(section.getByRole('columnheader', { name: 'Tags' })).toHaveCount(0)
    await expect(section.getByRole('columnheader', { name: 'Length' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
  }
  await same()
  await page.reload()
  await same()
  await section.getByRole('grid').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/recordings\/\d+$/)
  await page.goBack()
  await same()
  await page.goBack()
  await expect(preview).toBeHidden()
})
