import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import {
  useTheme as chooseTheme,
  expect,
  expectNoAxeFindings,
  FOCUS_AWAY,
  signIn,
  test,
} from './fixture'

const grid = (page: Page, name: string) => page.getByRole('grid', { name })
const rows = (page: Page, name: string) =>
  grid(page, name)
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') })
const count = (page: Page) => page.getByRole('status').filter({ hasText: /people|endpoint|user/ })
const search = (page: Page, of: string) => page.getByRole('combobox', { name: `Search ${of}` })

test('people are found by name while typing, by number in any spelling, and by what they lack', async ({
  page,
}) => {
  await signIn(page, 'admin', '/people')
  await expect(count(page)).toHaveText('203 people')
  await search(page, 'people').fill('priya')
  await page.getByRole('option', { name: /person Priya Shah/ }).click()
  await expect(rows(page, 'People')).toHaveCount(1)
  await expect(page).toHaveURL(/q=person%3A1001/)

  for (const spelling of ['+44 161 496 1100', '0161 496 1100', '+44 (0)161 4961100']) {
    await page.goto(`/people?${new URLSearchParams({ q: `number:"${spelling}"` })}`)
    await expect(rows(page, 'People')).toHaveText([/Priya Shah/])
  }
  await page.goto('/people?q=dept%3ASales+active%3Ano')
  await expect(count(page)).toContainText('Focus cannot filter people by department')
  await page.goto('/people?q=-has%3Aendpoints+-type%3Aexternal')
  await expect(count(page)).toContainText('by has and kind of person')
})

test('a list sorted here says so, carries its order in the address and exports what it shows', async ({
  page,
}) => {
  await signIn(page, 'admin', '/people?q=type%3Asubscriber')
  await expect(count(page)).toHaveText('60 people')
  await grid(page, 'People').getByRole('button', { name: 'Name' }).click()
  await expect(count(page)).toContainText('Focus cannot sort people')
  await expect(page).toHaveURL(/sort=name/)
  await expect(rows(page, 'People').first()).toContainText('Aisha Rahman')
  await page.reload()
  await expect(rows(page, 'People').first()).toContainText('Aisha Rahman')

  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^people-.*\.csv$/)
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toContain('People,60 people')
  expect(text).toContain('Filter,type:subscriber')
  expect(text.split('\r\n').filter((line) => line.includes(',subscriber,'))).toHaveLength(60)
  await expect(dialog.getByText('Saved: 60 people.')).toBeVisible()
})

test('by keys alone: rows are walked, read beside the list, chosen and opened', async ({
  page,
}) => {
  await signIn(page, 'admin', '/people?q=type%3Asubscriber')
  await expect(count(page)).toHaveText('60 people')
  const pane = page.getByRole('complementary', { name: 'Preview' })
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect(pane).toContainText('Ewan Price')
  // Nothing plays beside people: the keys go on walking.
  await page.keyboard.press('j')
  await expect(pane).not.toContainText('Ewan Price')
  await page.keyboard.press('k')
  await expect(pane).toContainText('Ewan Price')
  await page.keyboard.press('x')
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(pane).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/people\/1002$/)
  await page.goBack()
  // Another value of a filter is another list: nothing of the old one stays chosen.
  await page.goto('/people?q=dept%3ASales')
  await expect(rows(page, 'People').first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.getByRole('button', { name: 'department Sales', exact: true }).click()
  await page.getByRole('textbox', { name: 'Value of department' }).fill('Trading')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/Trading/)
  await expect(page.getByText('1 selected')).toBeHidden()
})

test('what is behind a list is explained as Focus is asked', async ({ page }) => {
  await signIn(page, 'admin', '/endpoints?q=type%3Aphone+number%3A%22%2B44+7897+897897%22')
  await expect(rows(page, 'Endpoints')).toHaveText([/\+44 7897 897897/])
  await page.getByRole('button', { name: 'Explain' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('/client/people/endpoint/search')
  await expect(dialog).toContainText('"endpointSearch": "447897897897"')
  await expect(dialog).not.toContainText('sandbox-key')
})

test('a person’s page tells endpoints, retention and why, what is recorded, and no recording', async ({
  page,
}) => {
  await signIn(page, 'admin', '/people?q=person%3A1003')
  await rows(page, 'People').first().click()
  await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText('Luca Moretti')
  await page.getByRole('link', { name: 'Open the person' }).click()
  await expect(page).toHaveURL(/\/people\/1003$/)
  await expect(page.getByRole('region', { name: 'Retention' })).toContainText(
    'Trading floor is assigned to Luca Moretti.',
  )
  await expect(page.getByRole('region', { name: 'Endpoints' }).getByRole('row')).toHaveCount(5)
  await expect(page.getByRole('region', { name: 'What is recorded' })).toContainText('in all')
  await expect(page.getByText('not which recordings')).toBeVisible()
  await page.getByRole('link', { name: 'in the list of endpoints' }).click()
  await expect(rows(page, 'Endpoints')).toHaveCount(4)
})

test('a person whom nobody knows is told plainly', async ({ page, allow }) => {
  allow.status(404)
  await signIn(page, 'admin', '/people/999999')
  await expect(page.getByText('Focus knows nobody of that id.')).toBeVisible()
})

test('endpoints that are nobody’s, silent or shared are filtered here', async ({ page }) => {
  await signIn(page, 'admin', '/endpoints?q=owner%3Anone')
  await expect(count(page)).toContainText('Focus cannot filter endpoints by owner')
  await expect(rows(page, 'Endpoints').first()).toContainText('nobody')
  await page.goto('/endpoints?q=last%3A%3Cnow-90d')
  await expect(count(page)).toContainText('by last seen')
})

test('users: the matrix, two side by side, and what the service user’s rights are enough for', async ({
  page,
}) => {
  await signIn(page, 'admin', '/users')
  await expect(count(page)).toHaveText('17 users')
  await page.getByRole('button', { name: 'Matrix' }).click()
  const matrix = page.getByRole('table', { name: 'Users by role and right' })
  await expect(matrix.getByRole('row')).toHaveCount(18)
  await expect(matrix.getByRole('row').filter({ hasText: 'service user' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByLabel('One', { exact: true }).selectOption({ label: 'Priya Shah' })
  await page.getByLabel('The other').selectOption({ label: 'Administrator' })
  const side = page.getByRole('table', { name: 'Side by side' })
  await expect(side.getByRole('row', { name: /Recording\.Play/ })).toContainText('yes')
  await expect(side.getByRole('row', { name: /Users\.View/ })).toContainText('yes')
  await expect(page).toHaveURL(/left=user%3A7001/)
  await page.reload()
  await expect(side).toBeVisible()
  await page.getByRole('button', { name: 'Service user' }).click()
  await expect(page.getByRole('region', { name: 'What its rights are enough for' })).toContainText(
    'Everything this console does.',
  )
})

test('the matrix is searched as the list is, and says whose filter it was', async ({ page }) => {
  await signIn(page, 'admin', '/users?view=rights')
  const matrix = page.getByRole('table', { name: 'Users by role and right' })
  await expect(matrix.getByRole('row')).toHaveCount(18)
  await search(page, 'users').fill('service:yes ')
  await expect(matrix.getByRole('row')).toHaveCount(2)
  await expect(count(page)).toContainText('Focus cannot filter users by service user')
  await expect(page).toHaveURL(/q=service%3Ayes/)
  await page.reload()
  await expect(matrix.getByRole('row')).toHaveCount(2)

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('button', { name: 'Right', exact: true }).click()
  await page.getByRole('textbox', { name: 'Value of right' }).fill('Nothing.Such')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No user matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(matrix.getByRole('row')).toHaveCount(18)
  // The list has the same search.
  await page.goBack()
  await page.goBack()
  await page.getByRole('button', { name: 'List', exact: true }).click()
  await expect(rows(page, 'Users')).toHaveCount(1)
})

test('a reviewer is told which permission is missing', async ({ page }) => {
  await signIn(page, 'qa-reviewer', '/people')
  await expect(page.getByText('people.view')).toBeVisible()
})

test('a failed list says whose failure it is, and the filters stay usable', async ({
  page,
  allow,
}) => {
  allow.status(503)
  await signIn(page, 'admin', '/status')
  await page.route('**/api/people/search', (route) => route.fulfill(FOCUS_AWAY))
  await page.goto('/people')
  await expect(page.getByText('Focus could not answer.')).toBeVisible({ timeout: 30_000 })
  await expect(search(page, 'people')).toBeEnabled()
})

const SCREENS: readonly [address: string, ready: (page: Page) => ReturnType<Page['locator']>][] = [
  ['/people?pane=1&row=1', (page) => page.getByRole('link', { name: 'Open the person' })],
  ['/people/1001', (page) => page.getByRole('img', { name: /Recordings by day/ })],
  ['/endpoints?q=owner%3Anone', (page) => rows(page, 'Endpoints').first()],
  ['/endpoints?view=look-up', (page) => page.getByLabel('Numbers and addresses, one a line')],
  ['/users?view=rights', (page) => page.getByRole('table')],
  [
    '/users?view=compare&left=user%3A7001&right=role%3AReviewer',
    (page) => page.getByRole('table', { name: 'Side by side' }),
  ],
  ['/users?view=service', (page) => page.getByText('What its rights are enough for')],
]
for (const [address, ready] of SCREENS)
  test(`nothing is found by axe at ${address}, in both themes`, async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await signIn(page, 'admin', address)
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(page, theme)
      await expect(ready(page)).toBeVisible()
      await expectNoAxeFindings(page)
    }
  })
