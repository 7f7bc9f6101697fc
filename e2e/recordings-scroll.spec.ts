import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixture'
import { type RunningConsole, startConsole } from './start-console'

const PORT = 3330
const MANY = 100_000
let own: RunningConsole

test.beforeAll(async () => {
  test.setTimeout(180_000)
  own = await startConsole(PORT, { SANDBOX_PORT: '4530', SANDBOX_RECORDINGS: String(MANY) })
})
test.afterAll(() => own?.stop())

const grid = (page: Page) => page.getByRole('grid', { name: 'Recordings' })
const rows = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') })

/** The places on screen now, and whether each has its row. */
async function onScreen(page: Page) {
  return grid(page).evaluate((element) => {
    const box = element.getBoundingClientRect()
    const all = [...element.querySelectorAll<HTMLElement>('[role="row"][id]')]
    const seen = all.filter((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return bottom > box.top + 40 && top < box.bottom
    })
    return {
      drawn: all.length,
      first: Number(seen[0]?.getAttribute('aria-rowindex')) - 2,
      rows: seen.length,
      waiting: seen.filter((row) => row.textContent?.includes('On its way')).length,
      blank: box.height - 40 - seen.length * 32 > 64,
    }
  })
}

/** Every place on screen comes to have its row. */
async function expectDrawn(page: Page): Promise<void> {
  const rest = async () => {
    const { blank, waiting } = await onScreen(page)
    return { blank, waiting }
  }
  await expect.poll(rest).toEqual({ blank: false, waiting: 0 })
}

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1_048_576
}

test('a hundred thousand rows scroll as ten do, in flat memory', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page, 'qa-reviewer', `${own.origin}/recordings`)
  await expect(page.getByText('100,000 recordings')).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
  const atRest = await heapMb(page)

  let searches = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/api/recordings/search')) searches += 1
  })
  const jump = (index: number) =>
    grid(page).evaluate((element, top) => element.scrollTo({ top }), index * 32)
  for (let at = 1; at <= 40; at += 1) {
    const index = (at * 37_123) % MANY
    await jump(index)
    await expectDrawn(page)
    const seen = await onScreen(page)
    expect(seen.drawn).toBeLessThan(90)
    expect(Math.abs(seen.first - Math.min(index, MANY - seen.rows))).toBeLessThan(3)
  }
  // A place and its neighbours cost at most four pages.
  expect(searches).toBeLessThanOrEqual(40 * 4)

  await grid(page).focus()
  await page.keyboard.press('End')
  await expect(grid(page).locator('[aria-current="true"]')).toHaveAttribute(
    'aria-rowindex',
    String(MANY + 1),
  )
  await expectDrawn(page)
  // Pages out of sight are dropped after half a minute.
  await expect.poll(() => heapMb(page), { timeout: 60_000 }).toBeLessThan(atRest + 25)
})

test('dragging the scrollbar through everything asks only for where it rests', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `${own.origin}/recordings`)
  await expect(rows(page).first()).toBeVisible()
  let searches = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/api/recordings/search')) searches += 1
  })
  await grid(page).evaluate(async (element) => {
    for (let step = 1; step <= 120; step += 1) {
      element.scrollTop = (element.scrollHeight * step) / 121
      await new Promise(requestAnimationFrame)
    }
  })
  await expectDrawn(page)
  expect(searches).toBeLessThan(24)
})

test('a link to a row far down opens there', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `${own.origin}/recordings`)
  await expect(rows(page).first()).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('End')
  await expect(page).toHaveURL(/row=99999/)
  // One of the tenant's oldest rows cannot be read; the place before it has a recording.
  await page.keyboard.press('ArrowUp')
  await expect(page).toHaveURL(/at=\d+&row=99998/)
  await page.reload()
  await expect(grid(page).locator('[aria-current="true"]')).toHaveAttribute(
    'aria-rowindex',
    String(MANY),
  )
  await expectDrawn(page)
})
