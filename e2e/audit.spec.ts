import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import { expect, expectNoAxeFindings, SANDBOX_ORIGIN, signIn, test } from './fixture'

/** A named call of Priya Shah's (sandbox/README.md). */
const CALL = 500000
const grid = (page: Page) => page.getByRole('grid', { name: 'Accesses' })
const rows = (page: Page) => grid(page).getByRole('row').filter({ hasNotText: 'Whose call' })
const findings = (page: Page) =>
  page.getByRole('complementary', { name: 'Findings and the selected access' })
const mediaSec = (page: Page): Promise<number> =>
  page
    .locator('audio')
    .evaluate((element) => (element instanceof HTMLMediaElement ? element.currentTime : -1))

/** Looks at the call with the key alone, as somebody who stole it would. */
async function useKeyOutside(page: Page): Promise<void> {
  const ask = async (path: string, data: object, token = '') => {
    const headers = token === '' ? {} : { authorization: `Bearer ${token}` }
    const answer = await page.request.post(`${SANDBOX_ORIGIN}/api${path}`, { data, headers })
    expect(answer.ok()).toBe(true)
    return answer.json()
  }
  const { token } = await ask('/authWithApiKey', {
    clientId: 1_000_001,
    apiKey: 'sandbox-key',
    username: 'focus.console@sandbox.example',
  })
  await ask('/client/recording.detail.get', { recordingId: CALL }, String(token))
}

async function exportAs(page: Page, format: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await findings(page).getByRole('button', { name: 'Export report' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('who listened to an employee’s calls, for how long, and the proof of it', async ({ page }) => {
  await signIn(page, 'compliance-officer', `/recordings/${CALL}`)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => mediaSec(page), { intervals: [100] }).toBeGreaterThan(3)
  await page.keyboard.press('k')
  await useKeyOutside(page)

  await page.getByRole('link', { name: 'Audit' }).click()
  await page.getByRole('combobox', { name: 'Search the audit' }).pressSequentially('priya sh')
  await page.getByRole('option', { name: /calls of Priya Shah/ }).click()
  await expect(page.getByRole('button', { name: 'subject Priya Shah', exact: true })).toBeVisible()
  // One of Priya Shah's calls is a fault of the sandbox: its audit cannot be read, and that is said.
  await expect(page.getByText(/\d+ of \d+ recordings read from Focus, 1 failed/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Read anew' })).toBeVisible({ timeout: 30_000 })
  await expect(page).toHaveURL(/q=subject/)

  const play = rows(page).filter({ hasText: 'Daniel Okafor' }).filter({ hasText: 'Played' }).first()
  await expect(play).toContainText('Priya Shah called +44 7897 897897')
  await expect(play.getByText(/^[3-9] s$/)).toBeVisible()
  await expect(play).toContainText('ledger + Focus')
  await play.click()
  const selected = page.getByRole('region', { name: 'The selected access' })
  await expect(selected.getByRole('heading', { name: /^Entry \d+/ })).toBeVisible()
  await expect(selected).toContainText(/0:00–0:0\d/)

  const outside = findings(page)
    .getByRole('listitem')
    .filter({ hasText: 'Somebody used the key outside this console' })
    .first()
  await outside.getByRole('button', { name: 'Show the rows' }).click()
  await expect(page.getByText(/\d+ of \d+ accesses shown/)).toBeVisible()
  await expect(rows(page).first()).toContainText('No person found')
  expect(await rows(page).filter({ hasNotText: 'No person found' }).count()).toBe(0)

  const csv = await exportAs(page, /spreadsheet-safe/)
  expect(csv.name).toMatch(/^audit-.*Z\.csv$/)
  const lines = csv.bytes.toString('utf8').split('\r\n')
  expect(lines[1]).toBe('Asked,subject Priya Shah')
  expect(lines.join('\n')).toContain('Narrowed to,the rows of one finding: Somebody used the key')
  expect(lines.filter((line) => line.includes(',No person found,nobody,'))).toHaveLength(
    await rows(page).count(),
  )
  await outside.getByRole('button', { name: 'Show all rows' }).click()

  const pdf = await exportAs(page, /PDF/)
  const document = await PDFDocument.load(pdf.bytes)
  expect(document.getTitle()).toBe('Who accessed what')
  expect(document.getAuthor()).toBe('Daniel Okafor')
  expect(document.getPageCount()).toBeGreaterThan(0)
  const fonts = document.context.enumerateIndirectObjects().map(([, object]) => object.toString())
  expect(fonts.some((text) => /\/FontFile2/.test(text) && /Geist/.test(text))).toBe(true)

  const start = page.getByRole('slider', { name: 'Beginning of the time shown' })
  await start.focus()
  for (let press = 0; press < 9; press += 1) await start.press('Shift+ArrowRight')
  await expect(page).toHaveURL(/span=/)
  await expect(page.getByText(/\d+ of \d+ accesses shown/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/\d+ of \d+ accesses shown/)).toBeVisible({ timeout: 30_000 })
  await expect(selected).toBeVisible()
  await start.press('Escape')
  await expect(page).not.toHaveURL(/span=/)
  const lanes = await page.getByRole('region', { name: 'Timeline' }).locator('canvas').boundingBox()
  if (lanes === null) throw new Error('the timeline is drawn')
  await page.mouse.move(lanes.x + lanes.width * 0.3, lanes.y + 10)
  await page.mouse.down()
  await page.mouse.move(lanes.x + lanes.width * 0.6, lanes.y + 10, { steps: 4 })
  await page.mouse.up()
  await expect(page).toHaveURL(/span=/)
  await page.getByRole('button', { name: 'Show the whole time range' }).click()

  await outside.getByRole('button', { name: 'Dismiss with a reason' }).click()
  const dialog = page.getByRole('dialog', { name: 'Dismiss this finding' })
  await dialog.getByLabel('Reason').fill('A drill that was announced')
  await dialog.getByRole('button', { name: 'Dismiss' }).click()
  await findings(page).getByText('1 dismissed').click()
  await expect(findings(page)).toContainText('“A drill that was announced”')
  await expect(findings(page)).toContainText(/Daniel Okafor, \d+ \w+ \d{4}/)

  await page.getByRole('button', { name: /verif/ }).click()
  await expect(page.getByRole('button', { name: /^verified to entry [\d,]+ at/ })).toBeVisible()
  await expect(
    selected.getByText('checked in this browser: hash, proof, root and signature').first(),
  ).toBeVisible()
  await expectNoAxeFindings(page)
})

test('the page of a recording tells who heard which seconds; a reviewer sees none of it', async ({
  page,
  browser,
}) => {
  await signIn(page, 'compliance-officer', `/recordings/${CALL}`)
  await page.getByRole('tab', { name: 'Access' }).click()
  const heard = page.getByRole('region', { name: 'Which seconds were heard' })
  await expect(heard.getByRole('listitem').filter({ hasText: 'Daniel Okafor' })).toContainText(
    /\d+ s · \d+ plays?/,
  )
  const table = page.getByRole('grid', { name: 'Accesses to this recording' })
  await expect(table.getByRole('row').filter({ hasText: 'No person found' }).first()).toBeVisible()
  await page.getByRole('link', { name: 'Open in the audit' }).click()
  await expect(page.getByRole('button', { name: `recording ${CALL}`, exact: true })).toBeVisible()
  await expect(rows(page).first()).toBeVisible()

  const reviewer = await (await browser.newContext()).newPage()
  await signIn(reviewer, 'qa-reviewer', '/audit')
  await expect(reviewer.getByText(/cannot open this page/)).toBeVisible()
  await reviewer.goto(`/recordings/${CALL}`)
  await expect(reviewer.getByRole('tab', { name: 'Details' })).toBeVisible()
  await expect(reviewer.getByRole('tab', { name: 'Access' })).toHaveCount(0)
  await reviewer.context().close()
})
