import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectNoAxeFindings, signIn, test } from './fixture'

const box = (page: Page) => page.getByRole('combobox', { name: 'Search recordings' })
const grid = (page: Page) => page.getByRole('grid', { name: 'Recordings' })
/** Rows that have arrived; the header is a row, too. */
const rows = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') })
const header = (page: Page) => page.getByRole('status').filter({ hasText: /recordings?\b/ })

async function openList(page: Page, query = ''): Promise<void> {
  await signIn(page, 'qa-reviewer', `/recordings${query}`)
  await expect(rows(page).first()).toBeVisible()
}

/** How many the header says there are, once the list is settled. */
async function count(page: Page): Promise<number> {
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
  const text = (await header(page).first().textContent()) ?? ''
  return Number(/([\d,]+) recording/.exec(text)?.[1]?.replaceAll(',', ''))
}

async function search(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await box(page).press('Enter')
}

test('a phone number is found in any spelling', async ({ page }) => {
  await openList(page)
  const all = await count(page)
  const found: number[] = []
  for (const spelling of ['+44 7897 897897', '07897897897', '447897897897']) {
    await search(page, spelling)
    const chip = page.getByRole('button', { name: /^number / })
    await expect(chip).toBeVisible()
    await expect.poll(() => count(page)).toBeLessThan(all)
    found.push(await count(page))
    await page.getByRole('button', { name: /^Remove number/ }).click()
    await expect.poll(() => count(page)).toBe(all)
  }
  expect(found[0]).toBeGreaterThan(0)
  expect(new Set(found).size).toBe(1)
})

test('a person is suggested while typing, named in the chip, and in every row', async ({
  page,
}) => {
  await openList(page)
  await box(page).pressSequentially('person:priya')
  await page.getByRole('option', { name: /person Priya Shah/ }).click()
  await expect(page.getByRole('button', { name: 'person Priya Shah', exact: true })).toBeVisible()
  await expect.poll(() => count(page)).toBeLessThan(2000)
  await expect(rows(page).first()).toContainText('Priya Shah')
  const texts = await rows(page).allInnerTexts()
  expect(texts.filter((text) => !text.includes('Priya Shah'))).toEqual([])

  await page.reload()
  await expect(page.getByRole('button', { name: 'person Priya Shah', exact: true })).toBeVisible()
})

test('tags, kinds and words narrow the list; a mistake is marked and the rest holds', async ({
  page,
}) => {
  await openList(page)
  await box(page).pressSequentially('tag:complaint type:phone dur:long ')
  await expect(page.getByRole('button', { name: 'tag Complaint', exact: true })).toBeVisible()
  await expect(page.getByText('A length is written >10m, <90s or 5m..20m.').first()).toBeVisible()
  await expect.poll(() => count(page)).toBeLessThan(2000)
  await expect(rows(page).first()).toContainText('Complaint')
  const both = await count(page)
  expect(both).toBeGreaterThan(0)

  await box(page).press('Backspace')
  await expect(page.getByText('A length is written')).toHaveCount(0)
  await box(page).press('Backspace')
  await expect.poll(() => count(page)).toBeGreaterThan(both)

  await page.getByRole('button', { name: /^Remove tag/ }).click()
  await box(page).fill('renewal')
  await expect.poll(() => count(page)).toBeLessThan(2000)
  expect(await count(page)).toBeGreaterThan(0)
})

test('buttons do what tokens do', async ({ page }) => {
  await openList(page)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('button', { name: 'Kind', exact: true }).click()
  await page.getByRole('checkbox', { name: 'SMS', exact: true }).click()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('button', { name: 'kind sms', exact: true })).toBeVisible()
  await expect.poll(() => count(page)).toBeLessThan(2000)
  await expect(rows(page).first()).toContainText('SMS')

  await page.getByRole('button', { name: 'kind sms', exact: true }).click()
  await page.getByRole('button', { name: 'is not' }).click()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('button', { name: 'not kind sms', exact: true })).toBeVisible()
})

test('Back, reload and a pasted link give the same screen', async ({ page, context }) => {
  await openList(page)
  const all = await count(page)
  await page.getByRole('button', { name: 'Any time' }).click()
  await page.getByRole('button', { name: 'Last 30 days' }).click()
  await expect(page).toHaveURL(/from=now-30d/)
  await expect.poll(() => count(page)).toBeLessThan(all)
  const month = await count(page)
  await grid(page).getByRole('button', { name: 'Length' }).click()
  await expect(page).toHaveURL(/sort=-duration/)
  await expect(grid(page).getByRole('columnheader', { name: 'Length' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  expect(await count(page)).toBe(month)
  const longest = await rows(page).first().getByRole('gridcell').nth(4).textContent()

  await page.reload()
  await expect(rows(page).first()).toContainText(longest ?? '')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('button', { name: 'Last 30 days' })).toBeVisible()
  await expect.poll(() => count(other)).toBe(month)
  await other.close()

  await page.goBack()
  await expect(page).not.toHaveURL(/sort=/)
  await expect(grid(page).getByRole('columnheader', { name: 'Length' })).not.toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await page.goBack()
  await expect(page).not.toHaveURL(/from=/)
  await expect(page.getByRole('button', { name: 'Any time' })).toBeVisible()
  await expect.poll(() => count(page)).toBe(all)
})

test('a range may be written; what cannot be read is said', async ({ page }) => {
  await openList(page)
  await page.getByRole('button', { name: 'Any time' }).click()
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('soon')
  await expect(page.getByText('“soon” is no time')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled()
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('now-6h')
  await expect(page.getByText(/shown, in London/)).toBeVisible()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('button', { name: 'Last 6 hours' })).toBeVisible()
})

test('by keys alone: move, select, preview, next, open', async ({ page }) => {
  await openList(page)
  const reads: string[] = []
  page.on('request', (request) => {
    if (/\/api\/recordings\/\d+/.test(request.url())) reads.push(request.url())
  })
  await grid(page).focus()
  for (const key of ['j', 'j', 'ArrowDown', 'k']) await page.keyboard.press(key)
  await expect(grid(page).locator('[aria-current="true"]')).toHaveAttribute('aria-rowindex', '3')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await expect(page.getByText('3 selected')).toBeVisible()
  await expect(page).toHaveURL(/row=3/)
  expect(reads).toEqual([])

  await page.keyboard.press(' ')
  const pane = page.getByRole('complementary', { name: 'Preview' })
  await expect(pane).toBeVisible()
  await expect.poll(() => reads.length).toBeGreaterThan(0)
  await expect(pane.getByText(/4 of /)).toBeVisible()
  const before = new Set(reads.map((url) => /recordings\/(\d+)/.exec(url)?.[1])).size
  for (let at = 0; at < 6; at += 1) await page.keyboard.press('n')
  await expect(pane.getByText(/10 of /)).toBeVisible()
  await expect
    .poll(() => new Set(reads.map((url) => /recordings\/(\d+)/.exec(url)?.[1])).size)
    .toBe(before + 1)

  await page.keyboard.press('Escape')
  await expect(pane).toHaveCount(0)
  await grid(page).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/recordings\/\d+$/)
  await page.goBack()
  await expect(grid(page).locator('[aria-current="true"]')).toHaveAttribute('aria-rowindex', '11')
})

test('columns are chosen, moved and remembered, and a link carries them', async ({ page }) => {
  await openList(page)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByText('Interaction id', { exact: true }).click()
  await page.getByText('Tags', { exact: true }).last().click()
  await page.getByRole('button', { name: 'Move Length left' }).click()
  await page.keyboard.press('Escape')
  const titles = () => grid(page).getByRole('columnheader').allInnerTexts()
  await expect(grid(page).getByRole('columnheader', { name: 'Interaction id' })).toBeVisible()
  await expect(grid(page).getByRole('columnheader', { name: 'Tags' })).toHaveCount(0)
  const arranged = await titles()
  expect(arranged.indexOf('Length')).toBeLessThan(arranged.indexOf('Parties'))
  await page.goto('/recordings')
  await expect(page).toHaveURL(/cols=/)
  await expect.poll(titles).toEqual(arranged)
})

test('exports exactly what is filtered, and says when it stopped', async ({ page }) => {
  await openList(page, '?q=type%3Asms')
  const found = await count(page)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  const lines = text.trim().split('\r\n')
  expect(lines[0]).toContain(`${found.toLocaleString('en-GB')} recordings`)
  expect(lines[1]).toContain('type:sms')
  expect(lines[2]).toContain('London')
  expect(lines.filter((line) => line.includes(',sms,'))).toHaveLength(found)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: /^Remove kind/ }).click()
  await expect.poll(() => count(page)).toBe(2000)
  let pages = 0
  let release = () => {}
  await page.route('**/api/recordings/search', async (route) => {
    pages += 1
    if (pages > 1)
      await new Promise<void>((done) => {
        release = done
      })
    await route.continue().catch(() => {}) // the page it was for has been cancelled
  })
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await dialog.getByText('JSON lines').click()
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByText('200 of 2,000')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByText('stopped at 200 of 2,000')).toBeVisible()
  release()
  await page.unroute('**/api/recordings/search')
  const partial = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save what was read' }).click()
  const json = (await readFile(await (await partial).path(), 'utf8')).trim().split('\n')
  expect(JSON.parse(json[0] ?? '')).toMatchObject({ export: { extent: 'stopped at 200 of 2,000' } })
  expect(json).toHaveLength(201)
})

test('explains the request behind the list without the key', async ({ page }) => {
  await openList(page, '?q=type%3Asms')
  await page.getByRole('button', { name: 'Explain' }).click()
  const dialog = page.getByRole('dialog', { name: 'The request behind this list' })
  await expect(dialog.getByText(/\/client\/recording\.search/).first()).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'curl' })).toContainText('curl')
  await expect(dialog.getByRole('region', { name: 'JSON' })).toContainText('sms')
  await dialog.getByRole('button', { name: 'Copy JSON' }).click()
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toMatchObject({
    types: { include: ['sms'] },
  })
})

test('nothing found says what to do; a failure leaves the filters usable', async ({
  page,
  allow,
}) => {
  await openList(page)
  await search(page, 'zzzznothingzzzz')
  await expect(page.getByText('No recording matches')).toBeVisible()
  await expectNoAxeFindings(page)
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(rows(page).first()).toBeVisible()

  allow.failedRequest(/\/api\//)
  await page.route('**/api/**', (route) => route.abort('connectionrefused'))
  await search(page, 'type:email')
  await expect(page.getByRole('main').getByText('This browser is offline').first()).toBeVisible()
  await expect(box(page)).toBeEditable()
  await page.unroute('**/api/**')
  // It goes on by itself once the server answers.
  await expect(rows(page).first()).toContainText('Email')
})

for (const size of [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
]) {
  test(`no finding by axe at ${size.width}×${size.height}, in both themes`, async ({ page }) => {
    await page.setViewportSize(size)
    // One row of each look: axe reads every cell.
    await openList(page, '?q=id%3A500000%2C500007%2C500012%2C500018%2C500019%2C500023')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
      await expectNoAxeFindings(page)
      await rows(page).nth(1).click()
      await expect(page.getByRole('complementary', { name: 'Preview' })).toBeVisible()
      await expectNoAxeFindings(page)
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Add a filter' })).toBeVisible()
    await expectNoAxeFindings(page)
  })
}
