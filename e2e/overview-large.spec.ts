import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixture'
import { type RunningConsole, startConsole } from './start-console'

let own: RunningConsole
test.beforeAll(async () => {
  test.setTimeout(180_000)
  own = await startConsole(3350, { SANDBOX_PORT: '4550', SANDBOX_RECORDINGS: '100000' })
})
test.afterAll(() => own?.stop())

const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
const asTable = (page: Page, title: string) =>
  card(page, title).getByRole('button', { name: 'Table' }).click()
const listed = (page: Page, count: string) =>
  page.getByRole('status').filter({ hasText: new RegExp(`^${count} recordings?`) })

test('where only the newest were counted, a number leads to no older ones', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `${own.origin}/?from=any&most=2000`)
  await expect(page.getByText(/^2,000 of [\d,]+ recordings counted, the newest/)).toBeVisible()
  for (const [title, row] of [
    ['How long they are', 'last'],
    ['Busiest people', 'first'],
    ['Busiest endpoints', 'first'],
    ['With a transcript', 'first'],
    // The oldest day was not counted to its beginning.
    ['Recordings by day and kind', 'last'],
  ] as const) {
    await asTable(page, title)
    const rows = card(page, title)
      .getByRole('row')
      .filter({ has: page.getByRole('link') })
    const link = rows[row]().getByRole('link').first()
    const count = (await link.textContent()) ?? ''
    await link.click()
    await expect(page).toHaveURL(/\/recordings\?/)
    await expect(listed(page, count)).toBeVisible()
    await page.goBack()
    await expect(card(page, title).getByRole('table')).toBeVisible()
  }
})

test('an hour busier than an address holds opens its newest, and says so', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `${own.origin}/?from=any&most=100000&tables=hours`)
  await expect(page.getByText(/^All [\d,]+ recordings counted\./)).toBeVisible({ timeout: 60_000 })
  const hours = card(page, 'Hour by weekday')
  await expect(hours.getByText('A link opens at most the newest 568.')).toBeVisible()
  await hours.getByRole('link', { name: ', opens the newest 568' }).first().click()
  await expect(page).toHaveURL(/\/recordings\?q=id/)
  await expect(listed(page, '568')).toBeVisible()
})
