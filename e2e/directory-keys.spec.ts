import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './fixture'

const MOST_PRESSES = 80

/** Presses a key until this has the focus, as somebody without a mouse must. */
async function pressTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${MOST_PRESSES} presses of ${key} did not come to it`)
}

/** Buttons of which one is pressed are one stop of Tab: the arrows go from one to the next. */
async function choose(page: Page, pressed: Locator, wanted: Locator): Promise<void> {
  await pressTo(page, pressed)
  await pressTo(page, wanted, 'ArrowRight')
  await page.keyboard.press('Enter')
}

test('endpoints by keys alone: walked, read beside the list, chosen, and the owner opened', async ({
  page,
}) => {
  await signIn(page, 'admin', '/endpoints?q=type%3Aphone')
  const grid = page.getByRole('grid', { name: 'Endpoints' })
  const pane = page.getByRole('complementary', { name: 'Preview' })
  const value = (nth: number) => grid.locator(`[aria-rowindex="${nth + 1}"]`).getByRole('gridcell')
  await expect(value(2).nth(1)).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  const second = (await value(2).nth(1).textContent()) ?? ''
  await expect(pane.getByRole('heading').first()).toHaveText(second)
  await page.keyboard.press('ArrowDown')
  await expect(pane.getByRole('heading').first()).not.toHaveText(second)
  await page.keyboard.press('x')
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(pane).toBeHidden()

  // An endpoint has no page of its own: Enter reads it beside the list.
  await page.goto('/endpoints?q=owner%3A1001')
  await expect(value(1).nth(1)).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await pressTo(page, pane.getByRole('link', { name: 'Priya Shah' }).first())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/people\/1001$/)
})

test('a pasted list is looked up and exported by keys alone', async ({ page }) => {
  await signIn(page, 'admin', '/endpoints')
  const view = (name: string) => page.getByRole('button', { name, exact: true }).first()
  await choose(page, view('List'), view('Look up'))
  await pressTo(page, page.getByLabel('Numbers and addresses, one a line'))
  await page.keyboard.type('07897 897897')
  await pressTo(page, page.getByRole('button', { name: 'Look up', exact: true }).last())
  await page.keyboard.press('Enter')
  const found = page.getByRole('region', { name: 'What was found' })
  await expect(found.getByRole('status')).toHaveText('1 found, 0 not found')
  const button = found.getByRole('button', { name: 'Export' })
  await pressTo(page, button)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await pressTo(page, dialog.getByRole('button', { name: 'Export', exact: true }))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ])
  expect(download.suggestedFilename()).toMatch(/^endpoints-.*\.csv$/)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
})

test('users by keys alone: read beside the list, found in the matrix, compared', async ({
  page,
}) => {
  await signIn(page, 'admin', '/users')
  const grid = page.getByRole('grid', { name: 'Users' })
  const pane = page.getByRole('complementary', { name: 'Preview' })
  await expect(grid.getByText('Priya Shah')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect(pane.getByRole('heading', { name: 'Priya Shah' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(pane.getByRole('heading', { name: 'Priya Shah' })).toBeHidden()

  const view = (name: string) => page.getByRole('button', { name, exact: true })
  await choose(page, view('List'), view('Matrix'))
  await pressTo(page, page.getByRole('combobox', { name: 'Search users' }))
  await page.keyboard.type('role:Administrator ')
  const matrix = page.getByRole('table', { name: 'Users by role and right' })
  await expect(matrix.getByRole('row')).toHaveCount(2)
  await pressTo(page, matrix.getByRole('button').first())
  await page.keyboard.press('Enter')
  await expect(pane.getByRole('heading').first()).toBeVisible()
  await expect(page).toHaveURL(/q=user%3A\d+/)
  await pressTo(page, pane.getByRole('button', { name: 'Compare with another' }))
  await page.keyboard.press('Enter')
  await pressTo(page, page.getByLabel('The other'))
  await page.keyboard.type('Priya')
  await expect(page.getByRole('table', { name: 'Side by side' })).toBeVisible()
})

test('what a chart of the Overview counts is opened by keys alone', async ({ page }) => {
  await signIn(page, 'qa-reviewer')
  await expect(page.getByText(/^All [\d,]+ recordings? counted\./)).toBeVisible()
  const chart = page.getByRole('region', { name: 'How long they are', exact: true })
  const as = (name: string) => chart.getByRole('button', { name })
  await choose(page, as('Chart'), as('Table'))
  const link = chart.getByRole('cell').getByRole('link').first()
  await expect(link).toBeVisible()
  const count = (await link.textContent()) ?? ''
  await pressTo(page, link)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/recordings\?/)
  await expect(
    page.getByRole('status').filter({ hasText: new RegExp(`^${count} recordings?`) }),
  ).toBeVisible()
})
