import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { expect, expectNoAxeFindings, signIn, test } from './fixture'
import { type RunningConsole, startConsole } from './start-console'

/** Named recordings of the sandbox (sandbox/README.md). */
const CALL = 500000
const NEXT_CALL = 500028

let running: RunningConsole

test.beforeAll(async () => {
  running = await startConsole(3340, {
    SANDBOX_PORT: '4540',
    REASONS: '{"roles":{"qa-reviewer":"required"}}',
    PSEUDONYM_ROLES: 'compliance-officer',
  })
})
test.afterAll(() => running?.stop())

const recording = (id: number) => `${running.origin}/recordings/${id}`
const player = (page: Page) => page.getByRole('region', { name: 'Player' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Why do you listen to this?' })
const chip = (page: Page) => page.getByRole('group', { name: 'Reason' })

const mediaSec = (page: Page): Promise<number> =>
  page
    .locator('audio')
    .evaluate((element) => (element instanceof HTMLMediaElement ? element.currentTime : -1))

async function playUntil(page: Page, sec: number): Promise<void> {
  await expect.poll(() => mediaSec(page), { intervals: [100] }).toBeGreaterThan(sec)
}

type Deed = { action: string; reason: unknown; heard: [number, number][]; ended: boolean }

/** What the ledger says of a recording, straight from its file: the intents, each with the newest that was heard. */
function deedsOf(recordingId: number): Deed[] {
  const db = new Database(join(running.dataDir, 'focus-console.db'), { readonly: true })
  try {
    const rows = db
      .prepare(
        `select i.action, p.text as reason, l.leaf, l.phase from ledger_entry i
         left join ledger_personal p on p.sequence = i.sequence and p.field = 'purpose'
         left join ledger_entry l on l.sequence =
           (select max(sequence) from ledger_entry where intent = i.sequence and phase <> 'intent')
         where i.phase = 'intent' and i.leaf like ? order by i.sequence`,
      )
      .all(`%"ids":["${recordingId}"]%`)
    return rows.map((row) => {
      // the columns that were just asked for
      const { action, reason, leaf, phase } = row as Record<string, string | null>
      const result = JSON.parse(leaf ?? '{}').result ?? {}
      return {
        action: action ?? '',
        reason: JSON.parse(reason ?? 'null'),
        heard: result.heard ?? [],
        ended: phase === 'outcome',
      }
    })
  } finally {
    db.close()
  }
}
const lastPlay = (id: number) => deedsOf(id).findLast(({ action }) => action === 'play')

async function pressAt(target: Locator, share: number): Promise<void> {
  const box = await target.boundingBox()
  if (box === null) throw new Error('The timeline is not on screen')
  await target.click({ position: { x: box.width * share, y: box.height / 2 } })
}

test('asks why before Play, once a case, and writes down the seconds that were heard', async ({
  page,
  context,
  allow,
}) => {
  allow.status(428)
  await signIn(page, 'qa-reviewer', recording(CALL))
  const media: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/audio')) media.push(request.url())
  })
  await page.getByRole('tab', { name: 'Details' }).waitFor()
  await page.keyboard.press('Space')
  await expect(dialog(page)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Go on' }).click()
  await expect(dialog(page).getByText('Write at least three characters.')).toBeVisible()
  await expectNoAxeFindings(page)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  expect(media).toEqual([])
  const refused = await page.request.get(`${running.origin}/api/recordings/${CALL}/audio`, {
    headers: { 'x-focus-console': '1' },
  })
  expect(refused.status()).toBe(428)

  await player(page).getByRole('button', { name: 'Play', exact: true }).click()
  await dialog(page).getByRole('button', { name: 'Complaint review' }).click()
  await dialog(page).getByLabel('Case number').fill('C-2291')
  await dialog(page).getByLabel('Case number').press('Enter')
  await playUntil(page, 2)
  await expect(chip(page)).toContainText('Case C-2291 · Complaint review')
  await pressAt(page.getByRole('slider', { name: 'Position in the recording' }), 0.5)
  await playUntil(page, 202)
  await expect(player(page).locator('[data-heard]')).toHaveCount(2)

  // The tab is closed in the middle of it: what was heard is told all the same.
  await page.close()
  await expect.poll(() => lastPlay(CALL)?.ended).toBe(true)
  const play = lastPlay(CALL)
  expect(play?.reason).toEqual({ purpose: 'Complaint review', caseNumber: 'C-2291' })
  expect(play?.heard).toHaveLength(2)
  const [first = [0, 0], second = [0, 0]] = play?.heard ?? []
  expect(first[0]).toBeLessThan(100)
  expect(first[1]).toBeGreaterThan(1_900)
  expect(second[0]).toBeGreaterThan(190_000)
  expect(second[1] - second[0]).toBeGreaterThan(900)
  expect(second[1] - second[0] + first[1]).toBeLessThan(15_000)

  // Another tab is asked for itself; the next call of the same tab is not.
  const next = await context.newPage()
  await next.goto(recording(CALL))
  await player(next).getByRole('button', { name: 'Play', exact: true }).click()
  await dialog(next).getByRole('textbox', { name: 'Purpose' }).fill('Coaching')
  await dialog(next).getByRole('button', { name: 'Go on' }).click()
  await playUntil(next, 0.5)
  await next.goto(recording(NEXT_CALL))
  await player(next).getByRole('button', { name: 'Play', exact: true }).click()
  await playUntil(next, 1)
  // Leaving within the console ends it too.
  await next.getByRole('link', { name: 'Recordings' }).first().click()
  await expect.poll(() => lastPlay(NEXT_CALL)?.ended).toBe(true)
  expect(lastPlay(NEXT_CALL)?.reason).toEqual({ purpose: 'Coaching', caseNumber: null })
  expect(lastPlay(NEXT_CALL)?.heard[0]?.[1]).toBeGreaterThan(900)

  await next.goto(recording(NEXT_CALL))
  await chip(next).getByRole('button', { name: 'Forget' }).click()
  await player(next).getByRole('button', { name: 'Play', exact: true }).click()
  await expect(dialog(next)).toBeVisible()
})

test('an export asks why, and is written down before the file is made', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `${running.origin}/recordings?q=id%3A500000%2C500007`)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const exporting = page.getByRole('dialog', { name: 'Export' })
  await exporting.getByRole('button', { name: 'Export', exact: true }).click()
  const why = page.getByRole('dialog', { name: 'Why do you export this?' })
  await why.getByRole('textbox', { name: 'Purpose' }).fill('Regulatory request')
  const saved = page.waitForEvent('download')
  await why.getByRole('button', { name: 'Go on' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^recordings-.*\.csv$/)
  await expect(exporting.getByText('Saved: 2 recordings')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.goto(recording(CALL))
  await page.getByRole('button', { name: 'Save the transcript' }).click()
  const text = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Save as Text' }).click()
  expect((await text).suggestedFilename()).toBe(`recording-${CALL}.txt`)
  expect(deedsOf(CALL).findLast(({ action }) => action === 'export')?.reason).toEqual({
    purpose: 'Regulatory request',
    caseNumber: null,
  })
})

test('an officer sees pseudonyms until the names are revealed, and keeps the media as a file', async ({
  page,
}) => {
  await signIn(page, 'compliance-officer', recording(CALL))
  await expect(page.getByRole('banner').getByText('Names masked')).toBeVisible()
  await expect(page.getByRole('heading', { name: /Person [0-9A-F]{6} called/ })).toContainText(
    /\+44 •••• ••97/,
  )
  const speakers = page.getByRole('list', { name: 'Transcript' })
  await expect(speakers.getByText(/^Person [0-9A-F]{6}$/).first()).toBeVisible()
  await expect(page.getByText('Priya Shah')).toHaveCount(0)

  await page.getByRole('button', { name: 'Evidence package' }).click()
  const packing = page.getByRole('dialog', { name: 'Evidence package' })
  await expect(packing.getByText(/stand in a package as they are, not masked/)).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Reveal names' }).click()
  await expect(page.getByRole('heading', { name: /Priya Shah called/ })).toBeVisible()
  await expect(speakers.getByText('Priya Shah', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reveal names' })).toHaveCount(0)
  expect(deedsOf(CALL).map(({ action }) => action)).toContain('reveal')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the media' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.wav$/)
  await expect.poll(() => deedsOf(CALL).map(({ action }) => action)).toContain('download')
})
