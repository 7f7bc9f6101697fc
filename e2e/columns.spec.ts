import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './fixture'

const header = (page: Page, list: string, column: string) =>
  page.getByRole('grid', { name: list }).getByRole('columnheader', { name: column, exact: true })

async function box(cell: Locator) {
  const found = await cell.boundingBox()
  if (found === null) throw new Error('the header cell is not drawn')
  return found
}

async function width(cell: Locator): Promise<number> {
  return Math.round((await box(cell)).width)
}

/** Drags the right edge of a column. */
async function dragEdge(page: Page, cell: Locator, byPx: number): Promise<void> {
  const { x, y, width, height } = await box(cell)
  await page.mouse.move(x + width - 3, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width - 3 + byPx, y + height / 2, { steps: 5 })
  await page.mouse.up()
}

test('a column that grows is given a width at its edge, and the others take the rest', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await signIn(page, 'admin', '/people')
  const name = header(page, 'People', 'Name')
  const department = header(page, 'People', 'Department')
  await expect(name).toBeVisible()
  const before = { name: await width(name), department: await width(department) }
  await dragEdge(page, name, -120)
  await expect.poll(() => width(name)).toBe(before.name - 120)
  expect(await width(department)).toBeGreaterThan(before.department + 40)

  await page.reload()
  await expect.poll(() => width(name)).toBe(before.name - 120)

  const { x, y, width: wide, height } = await box(name)
  await page.mouse.dblclick(x + wide - 3, y + height / 2)
  await expect.poll(() => width(name)).toBe(before.name)
})

test('without a mouse a column that grows is made narrower and wider from what is drawn', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  for (const [list, address, column] of [
    ['Endpoints', '/endpoints', 'Owner'],
    ['Users', '/users', 'Name'],
  ] as const) {
    if (list === 'Endpoints') await signIn(page, 'admin', address)
    else await page.goto(address)
    const cell = header(page, list, column)
    await expect(cell).toBeVisible()
    const drawn = await width(cell)
    await page.getByRole('button', { name: 'Columns' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: `${column} narrower`, exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => width(cell)).toBe(drawn - 16)
    await page.getByRole('button', { name: `${column} wider`, exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(() => width(cell)).toBe(drawn + 16)
    await page.getByRole('button', { name: 'Reset' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => width(cell)).toBe(drawn)
  }
})

test('the edges of recordings and of the audit are taken hold of as well', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await signIn(page, 'compliance-officer', '/recordings')
  for (const [list, address, column] of [
    ['Recordings', '/recordings', 'Parties'],
    ['Accesses', '/audit', 'Whose call'],
  ] as const) {
    await page.goto(address)
    const cell = header(page, list, column)
    await expect(cell).toBeVisible()
    const drawn = await width(cell)
    await dragEdge(page, cell, -60)
    await expect.poll(() => width(cell)).toBe(drawn - 60)
  }
})
