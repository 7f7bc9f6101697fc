import type { Page, TestInfo } from '@playwright/test'
import { expect, signIn, test } from './fixture'
import { pageTasks, writeStrangers } from './page-tasks'
import { choose } from './reconcile-steps'

/*
 * A file of 200,000 people of whom Focus knows none: 200,000 mismatches, found in a worker. What is measured is the page's own thread,
 * from the file to its last export, and what it holds in the end.
 *
 * The target is no task above 50 ms. Tasks are measured by the time that the processor gave them: two journeys, two consoles and a worker
 * share two cores here, and by the clock a task of 45 ms was seen to take half a second. The bound is twice the target, for a shared processor is a
 * slower one too; when the page held every row, writing the fix list was a task of 1,353 ms and its heap 438 MB.
 */
const ROWS = 200_000
const LONGEST_MS = 100
const MOST_HEAP_BYTES = 48 * 1024 * 1024

/** On disk, as a reader's file is: handed over as bytes, the page's own thread would have to decode it. */
function strangers(info: TestInfo): string {
  const path = info.outputPath('hr.csv')
  writeStrangers(path, ROWS)
  return path
}

const kinds = (page: Page) => page.getByRole('navigation', { name: 'Kinds of mismatch' })
const grid = (page: Page) => page.getByRole('grid', { name: 'Mismatches' })
const row = (page: Page, title: string) => grid(page).getByRole('row', { name: title })

/** Until the worker is done, which takes as long as it takes. */
async function everybodyIsMissing(page: Page): Promise<void> {
  const missing = kinds(page).getByRole('button', { name: 'Missing in Focus 200,000' })
  await expect(missing).toBeVisible({ timeout: 60_000 })
}

test('the page answers while 200,000 mismatches are found, scrolled, searched and written', async ({
  page,
  browser,
}, info) => {
  await signIn(page, 'admin', '/reconcile')
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled()
  const path = strangers(info)
  const { processorMs } = await pageTasks(browser, async () => {
    await page.getByLabel('HR file').setInputFiles(path)
    await page.getByRole('button', { name: 'Compare with Focus' }).click()
    await everybodyIsMissing(page)

    await grid(page).focus()
    await page.keyboard.press('End')
    await expect(row(page, 'Zelda199999 Stranger')).toBeVisible()
    await page.keyboard.press('Home')
    await page.keyboard.press('x')
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+X')
    await expect(page.getByRole('button', { name: 'Set 200000 aside…' })).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search mismatches' }).fill('zelda123456')
    await expect(row(page, 'Zelda123456 Stranger')).toBeVisible()
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '2')

    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Fix list' }).click()
    await page.getByRole('menuitem', { name: 'All: JSON lines' }).click()
    await saving
  })
  expect(processorMs.length).toBeGreaterThan(0)
  expect(processorMs.filter((ms) => ms > LONGEST_MS)).toEqual([])
  const session = await page.context().newCDPSession(page)
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  expect(usedSize).toBeLessThan(MOST_HEAP_BYTES)
})

/** From the press to the columns on screen, the middle of three: one of them may meet a busy machine. */
const CANCELS = 3
const ANSWER_MS = 100

test('cancel answers within 100 ms in mid-comparison, and the file can be compared again', async ({
  page,
}, info) => {
  await signIn(page, 'admin', '/reconcile')
  await choose(page, strangers(info))
  const compare = page.getByRole('button', { name: 'Compare with Focus' })
  const tookMs: number[] = []
  for (let nth = 0; nth < CANCELS; nth += 1) {
    await compare.click()
    await expect(page.getByRole('heading', { name: 'Comparing' })).toBeVisible()
    const answer = await watchAnswer(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    tookMs.push(await answer())
  }
  const [, middle] = tookMs.sort((a, b) => a - b)
  expect(middle).toBeLessThan(ANSWER_MS)
  await expect(page.getByRole('combobox', { name: 'Nachname means' })).toHaveText('Last name')
  await compare.click()
  await everybodyIsMissing(page)
})

/** Waits for the next press; the answer is how many milliseconds after it the columns were there. */
async function watchAnswer(page: Page): Promise<() => Promise<number>> {
  const watched = await page.evaluateHandle(() => {
    const answered = (pressedMs: number, done: (ms: number) => void) => {
      const columns = document.querySelector('section[aria-label="Columns"]')
      if (columns === null) requestAnimationFrame(() => answered(pressedMs, done))
      else done(performance.now() - pressedMs)
    }
    const tookMs = new Promise<number>((done) => {
      const onPress = ({ timeStamp }: MouseEvent) => answered(timeStamp, done)
      addEventListener('click', onPress, { once: true, capture: true })
    })
    return { tookMs }
  })
  return () => watched.evaluate(({ tookMs }) => tookMs)
}
