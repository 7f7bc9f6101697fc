/** `npm run bench -- reconcile-page`: how long the page stands still while a firm of 200,000 is compared with a file of strangers. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { pageTasks, writeStrangers } from '../e2e/page-tasks'
import { findChromium } from '../scripts/chromium.mjs'
import { ORIGIN, startConsole } from './running-console'

const SIZE = 200_000
/** What a busy machine may take to read such a directory. */
const LIMIT_MS = 600_000
/** What the page is to answer within. */
const LONG_MS = 50

const kinds = (page: Page) => page.getByRole('navigation', { name: 'Kinds of mismatch' })
const grid = (page: Page) => page.getByRole('grid', { name: 'Mismatches' })

/** What a reader does, in this order. */
const STEPS: readonly (readonly [string, (page: Page, file: string) => Promise<unknown>])[] = [
  [
    'the file opens',
    async (page, file) => {
      await page.getByLabel('HR file').setInputFiles(file)
      await page.getByRole('button', { name: 'Compare with Focus' }).waitFor()
    },
  ],
  [
    'Focus’s side is read',
    async (page) => {
      await page.getByRole('button', { name: 'Compare with Focus' }).click()
      await page.getByRole('heading', { name: 'Comparing' }).waitFor({ timeout: LIMIT_MS })
    },
  ],
  ['compared, and the inbox opens', (page) => kinds(page).waitFor({ timeout: LIMIT_MS })],
  [
    'another kind',
    async (page) => {
      await kinds(page)
        .getByRole('button', { name: /^Not in HR/ })
        .click()
      await grid(page).getByRole('checkbox').first().waitFor()
    },
  ],
  [
    'scrolled, 40 screens and to the end',
    async (page) => {
      await grid(page).hover()
      for (let nth = 0; nth < 40; nth += 1) await page.mouse.wheel(0, 900)
      await grid(page).focus()
      await page.keyboard.press('End')
      await page.getByRole('complementary', { name: 'Evidence' }).waitFor()
    },
  ],
  [
    'searched, letter by letter, and all again',
    async (page) => {
      const search = page.getByRole('searchbox', { name: 'Search mismatches' })
      const all = await grid(page).getAttribute('aria-rowcount')
      await search.pressSequentially('sales')
      await page.locator(`[role=grid]:not([aria-rowcount="${all}"])`).waitFor()
      await search.fill('')
      await page.locator(`[role=grid][aria-rowcount="${all}"]`).waitFor()
    },
  ],
  [
    'all set aside',
    async (page) => {
      await grid(page).focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('x')
      await page.keyboard.press('End')
      await page.keyboard.press('Shift+X')
      await page.getByRole('button', { name: /^Set \d{4,} aside…$/ }).click()
      await page.getByLabel('Reason').fill('measured')
      await page.getByRole('dialog').getByRole('button', { name: 'Set aside' }).click()
      await kinds(page)
        .getByRole('button', { name: /^Not in HR\s*0$/ })
        .waitFor()
    },
  ],
  [
    'the fix list as JSON lines',
    async (page) => {
      const saving = page.waitForEvent('download', { timeout: LIMIT_MS })
      await page.getByRole('button', { name: 'Fix list' }).click()
      await page.getByRole('menuitem', { name: 'All: JSON lines' }).click()
      await saving
    },
  ],
]

export async function reconcilePage(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'focus-console-bench-'))
  const running = await startConsole({ SANDBOX_PEOPLE: String(SIZE) })
  const browser = await chromium.launch({ executablePath: (await findChromium()).path })
  try {
    const file = join(folder, 'hr.csv')
    writeStrangers(file, SIZE)
    return await measure(browser, file)
  } finally {
    await browser.close()
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(browser: Browser, file: string): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(`${ORIGIN}/reconcile`)
  await page.getByRole('button', { name: /Admin/ }).click()
  await page.getByText('Drop the HR file here').waitFor()
  const lines: string[] = []
  let compared = ''
  for (const [what, act] of STEPS) {
    const beganMs = performance.now()
    const { processorMs, clockMs } = await pageTasks(
      browser,
      async () => void (await act(page, file)),
    )
    const tookS = (performance.now() - beganMs) / 1000
    const [processor, clock] = [processorMs, clockMs].map(
      (tasks) => `${Math.round(tasks[0] ?? 0)} ms | ${tasks.filter((ms) => ms > LONG_MS).length}`,
    )
    // As it is before anything is set aside.
    if (compared === '' && (await kinds(page).isVisible()))
      compared = (await kinds(page).textContent()) ?? ''
    lines.push(`| ${what} | ${tookS.toFixed(1)} s | ${processor} | ${clock} |`)
  }
  const session = await page.context().newCDPSession(page)
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
  return [
    `| ${SIZE.toLocaleString('en')} HR rows, none of them known | took | longest task, processor | over ${LONG_MS} ms | longest task, clock | over ${LONG_MS} ms |`,
    '|---|---|---|---|---|---|',
    ...lines,
    '',
    `Compared: ${/^.*?users/.exec(compared)?.[0].replace('mismatches', '$& · ')}. The page's heap in the end: ${mb(usedSize)}; resident memory of its process, the worker's and all, at most: ${mb(await peakBytes(browser))}.`,
  ]
}

/** The most that a process of pages has had resident, as Linux tells it. */
async function peakBytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1])
  return Math.max(...peaks.map((kb) => Number(kb ?? 0) * 1024))
}
