import type { Page } from '@playwright/test'
import {
  useTheme as chooseTheme,
  expect,
  expectNoAxeFindings,
  FOCUS_AWAY,
  signIn,
  test,
} from './fixture'

const counted = (page: Page) => page.getByText(/^All [\d,]+ recordings? counted\./)
const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
const asTable = (page: Page, title: string) =>
  card(page, title).getByRole('button', { name: 'Table' }).click()
const listed = (page: Page, count: string) =>
  page.getByRole('status').filter({ hasText: new RegExp(`^${count} recordings?`) })

test('each number behind a chart leads to just the recordings it counts', async ({ page }) => {
  await signIn(page, 'qa-reviewer', '/?from=now-30d')
  await expect(counted(page)).toBeVisible()
  await expect(card(page, 'Recordings by day and kind').locator('svg a').first()).toBeVisible()

  for (const title of [
    'Recordings by day and kind',
    'Hour by weekday',
    'How long they are',
    'Busiest people',
    'Busiest endpoints',
    'With a transcript',
  ]) {
    await asTable(page, title)
    const link = card(page, title).getByRole('cell').getByRole('link').first()
    const count = (await link.textContent()) ?? ''
    await link.click()
    await expect(page).toHaveURL(/\/recordings\?/)
    await expect(listed(page, count)).toBeVisible()
    await page.goBack()
    // The table is part of the address, and what was counted is not counted again.
    await expect(card(page, title).getByRole('table')).toBeVisible()
  }
})

test('a mark of a drawing leads to just the recordings that its bubble counts', async ({
  page,
}) => {
  await signIn(page, 'qa-reviewer', '/?from=now-30d')
  for (const [title, bubble] of [
    ['Hour by weekday', /^[A-Z][a-z]+day \d+–\d+: (\d+) recordings?$/],
    ['With a transcript', /With a transcript: (\d+)/],
    ['Busiest people', /Recordings: (\d+)/],
  ] as const) {
    await expect(counted(page)).toBeVisible()
    const mark = card(page, title).locator('svg a').first()
    await mark.hover()
    const words = card(page, title).getByText(bubble)
    await expect(words).toBeVisible()
    const count = bubble.exec((await words.textContent()) ?? '')?.[1] ?? ''
    await mark.click()
    await expect(page).toHaveURL(/\/recordings\?/)
    await expect(listed(page, count)).toBeVisible()
    await page.goBack()
  }
})

test('another range and another search count anew; counting can be stopped', async ({ page }) => {
  await signIn(page, 'qa-reviewer')
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await expect(counted(page)).toBeVisible()
  const week = (await counted(page).textContent()) ?? ''
  await page.getByRole('button', { name: 'Last 7 days' }).click()
  await page.getByRole('button', { name: 'Last 30 days' }).click()
  await expect(page).toHaveURL(/from=now-30d/)
  await expect(counted(page)).not.toHaveText(week)
  const box = page.getByRole('combobox', { name: 'Search recordings' })
  await box.fill('type:sms')
  await box.press('Enter')
  await asTable(page, 'Recordings by day and kind')
  const heads = card(page, 'Recordings by day and kind').getByRole('columnheader')
  await expect(heads).toHaveText(['Day', 'All', 'SMS'])

  await page.goto('/?q=sandbox.fault.search.slow')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Stopped before anything was counted.')).toBeVisible()
})

test('what failed says whose it is, and the question stays usable', async ({ page, allow }) => {
  allow.status(503)
  await signIn(page, 'qa-reviewer', '/?q=sandbox.fault.search.503')
  await expect(
    page
      .getByRole('main')
      .getByText(/Focus is not available/)
      .first(),
  ).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Search recordings' })).toBeEditable()
})

test('endpoints that were read in part are shown with what went wrong, and read again', async ({
  page,
  allow,
}) => {
  allow.status(503)
  await signIn(page, 'admin', '/status')
  let fails = true
  await page.route('**/api/endpoints/search', async (route) => {
    const { offset = 0 } = route.request().postDataJSON()
    if (!fails || offset === 0) return route.continue()
    await route.fulfill(FOCUS_AWAY)
  })
  await page.goto('/')
  const silent = card(page, 'Silent for 90 days')
  await expect(silent.getByRole('alert')).toContainText('Only a part of the endpoints was read', {
    timeout: 30_000,
  })
  await expect(silent.getByText(/^\d+ of the first 200 endpoints/)).toBeVisible()
  fails = false
  await silent.getByRole('button', { name: 'Try again' }).click()
  await expect(silent.getByText(/^\d+ of \d+ endpoints$/)).toBeVisible()
  await expect(silent.getByRole('alert')).toHaveCount(0)
})

test('the newest calls open with the player beside the list', async ({ page }) => {
  await signIn(page, 'qa-reviewer')
  const first = card(page, 'Newest this week').getByRole('listitem').first()
  await first.getByRole('link').click()
  await expect(page).toHaveURL(/\/recordings\?.*pane=1/)
  await expect(page.getByRole('complementary', { name: 'Preview' })).toBeVisible()
})

test('an officer sees the ledger and what goes soon, an admin the connection and no recording', async ({
  page,
}) => {
  await signIn(page, 'compliance-officer')
  await expect(
    card(page, 'Access ledger')
      .getByText(/^[\d,]+$/)
      .first(),
  ).toBeVisible()
  await expect(card(page, 'Deleted within 30 days').getByText('To be deleted')).toBeVisible()
  await expect(counted(page)).toBeVisible()
  const findings = card(page, 'Findings of the last 7 days')
  await expect(
    findings
      .getByRole('listitem')
      .or(findings.getByText(/No rule found|dismissed/))
      .first(),
  ).toBeVisible()
  await page.getByRole('button', { name: /Compliance officer$/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await signIn(page, 'admin')
  await expect(card(page, 'Connection to Focus').getByText('answers')).toBeVisible()
  await expect(card(page, 'Connection to Focus').getByText('Contract drift')).toBeVisible()
  await expect(card(page, 'Newest this week')).toBeHidden()
  await expect(page.getByRole('combobox', { name: 'Search recordings' })).toBeHidden()
})

test('an officer sees the worst findings, each opening its rows', async ({ page }) => {
  await signIn(page, 'compliance-officer', '/status')
  // A download of what was never played is a finding at any hour.
  const answer = await page.request.get('/api/recordings/500000/download')
  expect(answer.ok()).toBe(true)
  await page.goto('/')
  const finding = card(page, 'Findings of the last 7 days').getByRole('link', {
    name: /Daniel Okafor downloaded .* without playing/,
  })
  await finding.click()
  await expect(page).toHaveURL(/\/audit\?finding=/)
  const rows = page.getByRole('grid', { name: 'Accesses' }).getByRole('row')
  await expect(rows.filter({ hasText: 'Downloaded' }).first()).toBeVisible()
  await expect(rows.filter({ hasText: 'Viewed' })).toHaveCount(0)
})

test('a reviewer opens a saved search from the Overview', async ({ page }) => {
  await signIn(page, 'qa-reviewer', '/recordings?q=type:sms')
  const views = page.getByRole('banner').getByRole('button', { name: 'Views' })
  await views.click()
  const menu = page.getByRole('dialog', { name: /^Save/ })
  await menu.getByRole('button', { name: 'Save this list as a view' }).click()
  await menu.getByLabel('Name').fill('Texts')
  await menu.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(menu).toBeHidden()
  await page.getByRole('link', { name: 'Overview' }).click()
  await card(page, 'Saved searches').getByRole('link', { name: 'Texts' }).click()
  await expect(page).toHaveURL(/\/recordings\?q=type%3Asms$/)
  await expect(page.getByRole('banner').getByRole('button', { name: 'Texts' })).toBeVisible()
  // Who leaves and comes back by another link has another list, not that view changed.
  await page.getByRole('link', { name: 'Overview' }).click()
  await page.getByRole('link', { name: 'Work through them' }).click()
  await expect(page).toHaveURL(/\/recordings\?from=now-7d&pane=1/)
  await expect(views).toBeVisible()
  await page.goBack()
  await card(page, 'Saved searches').getByRole('link', { name: 'Texts' }).click()
  await page.getByRole('banner').getByRole('button', { name: 'Texts' }).click()
  await menu.getByRole('button', { name: 'Remove “Texts”' }).click()
  await menu.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(views).toBeVisible()
})

for (const size of [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
]) {
  test(`no finding by axe at ${size.width}×${size.height}, in both themes`, async ({ page }) => {
    await page.setViewportSize(size)
    await signIn(page, 'compliance-officer', '/?tables=hours,people')
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(page, theme)
      await expect(counted(page)).toBeVisible()
      await expectNoAxeFindings(page)
    }
  })
}
