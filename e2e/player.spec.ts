import type { Locator, Page } from '@playwright/test'
import { expect, SANDBOX_ORIGIN, signIn, test } from './fixture'

/** Named recordings of the sandbox (sandbox/README.md). */
const CALL = 500000
/** Played by no other journey, so that its play is counted alone. */
const UNPLAYED = 500029
const THREE_HOURS = 500008
const AUDIO_CUT = 500043
const MEDIA_LOST = 500048

const player = (page: Page) => page.getByRole('region', { name: 'Player' })
const play = (page: Page) => player(page).getByRole('button', { name: 'Play', exact: true })
const slider = (page: Page) => page.getByRole('slider', { name: 'Position in the recording' })

/** Seconds the media element stands at. */
const mediaSec = (page: Page): Promise<number> =>
  page
    .locator('audio, video')
    .first()
    .evaluate((element) => (element instanceof HTMLMediaElement ? element.currentTime : -1))

async function expectAdvancing(page: Page): Promise<void> {
  const from = await mediaSec(page)
  await expect.poll(() => mediaSec(page)).toBeGreaterThan(from + 0.5)
}

async function playEvents(page: Page): Promise<number> {
  const answer = await page.request.get(`${SANDBOX_ORIGIN}/sandbox/stats`)
  const stats: { playEvents: number } = await answer.json()
  return stats.playEvents
}

async function pressAt(target: Locator, share: number): Promise<void> {
  const box = await target.boundingBox()
  if (box === null) throw new Error('The timeline is not on screen')
  await target.click({ position: { x: box.width * share, y: box.height / 2 } })
}

test('plays with one request to Focus, and moves the clock and the waveform', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `/recordings/${UNPLAYED}`)
  await expect(page.getByText('Playing is recorded under your name')).toBeVisible()
  const before = await playEvents(page)
  await play(page).click()
  await expectAdvancing(page)
  await expect(player(page).locator('canvas').first()).toBeVisible()
  await page.keyboard.press('k')
  await expect(play(page)).toBeVisible()
  expect(await playEvents(page)).toBe(before + 1)
})

test('reads fifty recordings without playing one', async ({ page }) => {
  test.slow()
  await signIn(page, 'qa-reviewer', `/recordings/${CALL}`)
  const before = await playEvents(page)
  const media: string[] = []
  page.on('request', (request) => {
    if (/\/(audio|peaks)(\?|$)/.test(request.url())) media.push(request.url())
  })
  for (let index = 0; index < 50; index++) {
    await page.goto(`/recordings/${501900 + index}`)
    await expect(page.getByRole('tab', { name: 'Details' })).toBeVisible()
    const timeline = slider(page)
    if (await timeline.isVisible()) await timeline.hover()
  }
  expect(media).toEqual([])
  expect(await playEvents(page)).toBe(before)
})

test('goes to the last tenth of three hours and hears it', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `/recordings/${THREE_HOURS}`)
  await play(page).click()
  await expectAdvancing(page)
  await page.keyboard.press('9')
  await expect.poll(() => mediaSec(page)).toBeGreaterThan(9_720)
  await expectAdvancing(page)
})

test('opens at the second and in the range a link names', async ({ page, browser }) => {
  await signIn(page, 'qa-reviewer', `/recordings/${CALL}`)
  await pressAt(slider(page), 0.5)
  await page.keyboard.press('c')
  await expect(page.getByText('Link to this second copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/\/recordings\/500000\?t=\d+$/)

  const colleague = await browser.newContext()
  const theirs = await colleague.newPage()
  await signIn(theirs, 'compliance-officer', new URL(link).pathname + new URL(link).search)
  const second = Number(new URL(link).searchParams.get('t'))
  await expect(slider(theirs)).toHaveAttribute('aria-valuenow', String(second))
  await play(theirs).click()
  await expect.poll(() => mediaSec(theirs)).toBeGreaterThan(second)
  expect(await mediaSec(theirs)).toBeLessThan(second + 30)

  await theirs.goto(`/recordings/${CALL}?t=10-12`)
  await play(theirs).click()
  await expect.poll(() => mediaSec(theirs)).toBeGreaterThan(10.5)
  await expect(play(theirs)).toBeVisible()
  expect(await mediaSec(theirs)).toBeCloseTo(12, 0)
  await play(theirs).click()
  await expect.poll(() => mediaSec(theirs)).toBeGreaterThan(12.2)
  await colleague.close()
})

test('is played by keyboard alone, and says where it is', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `/recordings/${CALL}`)
  await slider(page).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '10')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^10 seconds of 6 minutes 40/)
  await page.keyboard.press('Home')
  await page.keyboard.press('g')
  await page.getByLabel(/^Time in the recording/).fill('9:99')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Write a time like/)).toBeVisible()
  await page.getByLabel(/^Time in the recording/).fill('1:23')
  await page.keyboard.press('Enter')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '83')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press(']')
  await page.keyboard.press(']')
  await expect(page.getByRole('button', { name: 'All speeds, now 1.2×' })).toBeVisible()
  await page.keyboard.press('Space')
  await expectAdvancing(page)
  expect(
    await page.locator('audio').evaluate((element) => {
      return element instanceof HTMLMediaElement && element.preservesPitch
        ? element.playbackRate
        : 0
    }),
  ).toBe(1.2)
})

test('a range marked by Shift and drag is copied as a range', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `/recordings/${CALL}`)
  const box = await slider(page).boundingBox()
  if (box === null) throw new Error('The timeline is not on screen')
  const y = box.y + box.height / 2
  await page.keyboard.down('Shift')
  await page.mouse.move(box.x + box.width * 0.25, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await page.keyboard.press('c')
  await expect(page.getByText('Link to the range copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/\?t=(99|100)(\.\d)?-(199|200)(\.\d)?$/)
})

for (const [name, id] of [
  ['mu-law', 500001],
  ['A-law', 500002],
  ['MP3', 500003],
  ['Opus', 500004],
  ['GSM 6.10', 500005],
  ['M4A', 500006],
] as const) {
  test(`plays ${name}`, async ({ page, allow }) => {
    // A format that the browser refuses is asked for again as WAV; it says so in its console.
    allow.failedRequest(/\/audio/)
    await signIn(page, 'qa-reviewer', `/recordings/${id}`)
    await play(page).click()
    await expectAdvancing(page)
  })
}

test('a meeting shows its video above the timeline', async ({ page }) => {
  await signIn(page, 'qa-reviewer', '/recordings/500007')
  await expect(page.getByLabel('Video')).toBeVisible()
  await play(page).click()
  await expectAdvancing(page)
})

test('what cannot be played says why, and stays readable', async ({ page, allow }) => {
  allow.status(404)
  await signIn(page, 'qa-reviewer', '/recordings/500017')
  await expect(player(page).getByText('No media was recorded.')).toBeVisible()
  await expect(play(page)).toBeDisabled()
  await expect(
    page.getByRole('list', { name: 'Transcript' }).getByRole('listitem').first(),
  ).toBeVisible()

  await page.goto(`/recordings/${MEDIA_LOST}`)
  await play(page).click()
  await expect(player(page).getByRole('alert')).toBeVisible()
})

test('media that breaks off keeps its place and offers to go on', async ({ page, allow }) => {
  allow.status(502)
  allow.status(503)
  allow.failedRequest(/\/(audio|peaks)/)
  await signIn(page, 'qa-reviewer', `/recordings/${AUDIO_CUT}`)
  await play(page).click()
  await expectAdvancing(page)
  await page.keyboard.press('8')
  await expect(
    player(page).getByRole('alert').or(player(page).getByText('Waiting for audio')),
  ).toBeVisible()
  await expect(page.getByTestId('position')).not.toHaveText('0:00')
})

test('an address that is no id says so', async ({ page, allow }) => {
  allow.status(404)
  await signIn(page, 'qa-reviewer', '/recordings/not-a-number')
  await expect(page.getByText('There is no such recording')).toBeVisible()
  await page.goto('/recordings/999999999')
  await expect(page.getByText('There is no recording 999999999')).toBeVisible()
})
