import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './fixture'

const PASTED = '07897 897897\n0161 496 1100\nnobody@nowhere.example\n07897 897897'
const box = (page: Page) => page.getByLabel('Numbers and addresses, one a line')
const found = (page: Page) => page.getByRole('region', { name: 'What was found' })

async function lookUp(page: Page): Promise<void> {
  await signIn(page, 'admin', '/endpoints')
  await page.getByRole('button', { name: 'Look up' }).click()
  await box(page).fill(PASTED)
  await expect(page.getByText('3 of at most 1,000')).toBeVisible()
  await page.getByRole('button', { name: 'Look up' }).last().click()
  await expect(found(page).getByRole('status')).toHaveText('2 found, 1 not found')
}

async function exported(page: Page, dialog: Locator): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /^Export/ }).click(),
  ])
  return readFile(await download.path(), 'utf8')
}

test('a pasted list is looked up at once, with what was not found', async ({ page }) => {
  await lookUp(page)
  await expect(found(page).getByRole('link', { name: 'Priya Shah' })).toBeVisible()
  await found(page).getByRole('button', { name: 'Not found', exact: true }).click()
  await expect(found(page).getByRole('row')).toHaveCount(2)
  await expect(found(page)).toContainText('nobody@nowhere.example')
})

test('what was looked up is explained, and exported as it is shown', async ({ page }) => {
  await lookUp(page)
  await found(page).getByRole('button', { name: 'Explain' }).click()
  const explained = page.getByRole('dialog', { name: 'The requests behind this look-up' })
  await expect(explained).toContainText('"447897897897"')
  await expect(explained).toContainText('"nobody@nowhere.example"')
  await expect(explained).toContainText('$FOCUS_TOKEN')
  await page.keyboard.press('Escape')

  await found(page).getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const all = await exported(page, dialog)
  expect(all).toContain('look-up of 3 pasted values · All')
  expect(all).toMatch(/0161 496 1100,yes,.*\+44 161 496 1100,1001,Priya Shah/)
  expect(all).toMatch(/nobody@nowhere\.example,no,/)
  await expect(dialog.getByText('Saved: 3 rows.')).toBeVisible()
  await page.keyboard.press('Escape')

  await found(page).getByRole('button', { name: 'Not found', exact: true }).click()
  await found(page).getByRole('button', { name: 'Export' }).click()
  await dialog.getByRole('button', { name: 'JSON lines' }).click()
  const [head = '', ...lines] = (await exported(page, dialog)).trim().split('\n')
  expect(JSON.parse(head)).toMatchObject({ export: { extent: '1 row' } })
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { pasted: 'nobody@nowhere.example', found: false, endpoint: null },
  ])
})

test('what was pasted outlives a reload and the list, but not the session', async ({ page }) => {
  await lookUp(page)
  await page.reload()
  await expect(box(page)).toHaveValue(PASTED)
  await expect(found(page).getByRole('status')).toHaveText('2 found, 1 not found')

  await box(page).fill(`${PASTED}\n07700 900123`)
  await expect(found(page).getByRole('status')).toContainText('of the list as it was looked up')
  await page.getByRole('button', { name: 'List', exact: true }).click()
  await page.goBack()
  await expect(box(page)).toHaveValue(`${PASTED}\n07700 900123`)

  await page.getByRole('button', { name: /Admin/ }).first().click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('897897')
  await signIn(page, 'admin', '/endpoints?view=look-up')
  await expect(box(page)).toHaveValue('')
})
