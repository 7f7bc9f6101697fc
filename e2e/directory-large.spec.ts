import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixture'
import { type RunningConsole, startConsole } from './start-console'

/** As many as HR files are judged by; each has two endpoints or so. */
const PEOPLE = 200_000

let running: RunningConsole

test.beforeAll(async () => {
  running = await startConsole(3322, { SANDBOX_PEOPLE: String(PEOPLE), SANDBOX_PORT: '4522' })
})
test.afterAll(async () => {
  await running?.stop()
})
test.use({ baseURL: 'http://localhost:3322' })

const count = (page: Page) => page.getByRole('status').filter({ hasText: /people|endpoint/ })
const rows = (page: Page) =>
  page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') })

test('two hundred thousand people scroll to their end, and only what is looked at is read', async ({
  page,
}) => {
  let asked = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/api/people/search')) asked += 1
  })
  await signIn(page, 'admin', '/people?q=type%3Asubscriber')
  await expect(count(page)).toHaveText(/^200,\d{3} people$/)
  await rows(page).first().click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('End')
  await expect(page).toHaveURL(/row=199999/)
  // The heading is the first row.
  const last = page.getByRole('grid').locator(`[aria-rowindex="${PEOPLE + 1}"]`)
  await expect(last).toContainText('subscriber')
  expect(asked).toBeLessThan(20)
})

test('a long reading can be stopped, says how far it came, exports no more, and goes on', async ({
  page,
}) => {
  await signIn(page, 'admin', '/people?q=dept%3ASales')
  await expect(page.getByText(/so far · [\d,]+ of 20\d,\d{3} read/)).toBeVisible()
  // What has arrived is there to be worked with, while the rest is on its way.
  await expect(rows(page).first()).toContainText('Sales')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(count(page)).toContainText(
    /only [\d,]+ of 20\d,\d{3} were read, so there may be more/,
  )
  const shown = /^([\d,]+) people/.exec((await count(page).textContent()) ?? '')?.[1]

  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  // A file that is not whole is never saved by itself.
  await expect(dialog.getByRole('status')).toContainText(`Nothing saved yet: stopped at ${shown}.`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save what was read' }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toContain(`stopped at ${shown}`)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Read again' }).click()
  await expect(page.getByText(/so far · [\d,]+ of 20\d,\d{3} read/)).toBeVisible()
})

test('endpoints of nobody are looked for beyond the first fifty thousand', async ({ page }) => {
  await signIn(page, 'admin', '/endpoints?q=owner%3Anone')
  await expect(page.getByText(/so far · ([6-9]\d|\d{3}),\d{3} of 65\d,\d{3} read/)).toBeVisible({
    timeout: 60_000,
  })
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(count(page)).toContainText(/only [\d,]+ of 65\d,\d{3} were read/)
})

test('thousands of users stand in one matrix, of which only those in sight exist', async ({
  page,
}) => {
  await signIn(page, 'admin', '/users?view=rights')
  const words = page.getByText(/^[\d,]+ users, \d+ roles, \d+ rights\.$/)
  await expect(words).toBeVisible()
  await expect(page.getByText(/users so far/)).toBeHidden({ timeout: 60_000 })
  const users = Number((await words.textContent())?.split(' ')[0]?.replace(',', ''))
  expect(users).toBeGreaterThan(5000)
  const matrix = page.getByRole('table', { name: 'Users by role and right' })
  await expect(matrix).toHaveAttribute('aria-rowcount', String(users + 1))
  await page.getByRole('region', { name: 'Users by role and right' }).focus()
  await page.keyboard.press('End')
  await expect(matrix.locator(`tr[aria-rowindex="${users + 1}"]`)).toBeVisible()
  expect(await matrix.locator('tbody tr').count()).toBeLessThan(80)
})

test('endpoints that fell silent are told of those that were read, and the page behind reads on', async ({
  page,
}) => {
  await signIn(page, 'admin')
  const card = page.getByRole('region', { name: 'Silent for 90 days', exact: true })
  const words = card.getByText(/^[\d,]+ of the first 1,000 endpoints, of [\d,]+$/)
  await expect(words).toBeVisible()
  expect(Number((await words.textContent())?.split(' ')[0])).toBeGreaterThan(0)
  await card.getByRole('listitem').first().getByRole('link').click()
  await expect(page).toHaveURL(/\/endpoints\?q=active/)
  await expect(page.getByText(/so far · [\d,]+ of [\d,]+ read/)).toBeVisible()
  // The pane opens with the endpoint that was pressed, not with an invitation to choose one.
  const preview = page.getByRole('complementary', { name: 'Preview' })
  await expect(preview.getByRole('heading').first()).toBeVisible()
  await expect(preview).not.toContainText('Choose a row')
})
