import { expect, signIn, test } from './fixture'
import { kind, openFile, saved } from './reconcile-steps'
import { type RunningConsole, startConsole } from './start-console'

test('which rights are privileged is chosen, remembered and named in the summary', async ({
  page,
}) => {
  await signIn(page, 'admin', '/reconcile')
  await openFile(page)
  const rights = page.getByLabel('Rights that need somebody in HR')
  await expect(rights).toHaveValue('Users.View\nRetentionGroup.View\nRecording.Audit.View')
  await page.getByRole('button', { name: 'Compare with Focus' }).click()
  await expect(kind(page, 'Privileged user not in HR')).not.toContainText(/\D0$/)

  await page.getByRole('button', { name: 'Mapping and rules' }).click()
  await rights.fill('Tenant.Delete\n')
  await page.getByRole('button', { name: 'Compare with Focus' }).click()
  await expect(kind(page, 'Privileged user not in HR')).toHaveText(/\D0$/)
  const note = await saved(page, 'Summary of this run, signed')
  expect(note.match(/^rule privileged .+$/gm)).toEqual(['rule privileged Tenant.Delete'])

  await page.reload()
  await openFile(page)
  await expect(rights).toHaveValue('Tenant.Delete\n')
})

test.describe('of a deployment in another country', () => {
  let running: RunningConsole
  test.beforeAll(async () => {
    running = await startConsole(3371, { DEFAULT_COUNTRY: 'DE', SANDBOX_PORT: '0' })
  })
  test.afterAll(() => running?.stop())

  test('numbers without a country are of that one, unless the reader says otherwise', async ({
    page,
  }) => {
    await signIn(page, 'admin', `${running.origin}/reconcile`)
    await openFile(page)
    const country = page.getByLabel('Country of numbers without one')
    await expect(country).toHaveValue('DE')
    await page.getByRole('button', { name: 'Compare with Focus' }).click()
    expect(await saved(page, 'Summary of this run, signed')).toContain('rule default-country DE\n')
    await page.getByRole('button', { name: 'Mapping and rules' }).click()
    await country.fill('FR')
    await page.reload()
    await openFile(page)
    await expect(country).toHaveValue('FR')
  })
})
