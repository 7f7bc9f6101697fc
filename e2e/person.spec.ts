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
