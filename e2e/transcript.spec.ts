import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectNoAxeFindings, signIn, test, useTheme } from './fixture'

const CALL = 500000
const THREE_HOURS = 500008

const lines = (page: Page) => page.getByRole('list', { name: 'Transcript' }).getByRole('listitem')
const play = (page: Page) => page.getByRole('button', { name: 'Play', exact: true })
const slider = (page: Page) => page.getByRole('slider', { name: 'Position in the recording' })
const scrollTop = (page: Page) =>
  page.getByRole('region', { name: 'What was said' }).evaluate((element) => element.scrollTop)

test('follows what is heard, lets go, and comes back', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `/recordings/${THREE_HOURS}?t=3600`)
  const spoken = lines(page).locator('[aria-current="true"]')
  await expect(spoken).toBeInViewport()
  await play(page).click()
  await page.keyboard.press('5')
  await expect(spoken).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Back to now' })).toBeHidden()

  await page.getByRole('region', { name: 'What was said' }).hover()
  await page.mouse.wheel(0, -4_000)
  await expect(page.getByRole('button', { name: 'Back to now' })).toBeVisible()
  await expect(spoken).not.toBeInViewport()
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect(spoken).toBeInViewport()
})

test('keeps only what is in sight in the page, however long the call', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `/recordings/${THREE_HOURS}`)
  await expect(lines(page).first()).toBeVisible()
  await expect
    .poll(() => lines(page).first().getAttribute('aria-setsize').then(Number))
    .toBeGreaterThan(500)
  expect(await lines(page).count()).toBeLessThan(80)
  await page.getByRole('region', { name: 'What was said' }).focus()
  await page.keyboard.press('End')
  await expect.poll(() => scrollTop(page)).toBeGreaterThan(10_000)
  expect(await lines(page).count()).toBeLessThan(80)
})

test('a pressed line is where it plays from, and pressing alone plays nothing', async ({
  page,
}) => {
  await signIn(page, 'qa-reviewer', `/recordings/${CALL}`)
  await lines(page)
    .nth(2)
    .getByRole('button', { name: /^Go to/ })
    .click()
  await expect(slider(page)).not.toHaveAttribute('aria-valuenow', '0')
  await expect(play(page)).toBeVisible()
  await expect(lines(page).nth(2).locator('[aria-current="true"]')).toBeVisible()
})

test('finds words with a count, in the text and on the waveform', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `/recordings/${THREE_HOURS}`)
  await expect(lines(page).first()).toBeVisible()
  await page.keyboard.press('Control+f')
  const find = page.getByRole('textbox', { name: 'Find in the transcript' })
  await expect(find).toBeFocused()
  await find.fill('the')
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
  await find.press('Enter')
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
  await find.press('Shift+Enter')
  await find.press('Shift+Enter')
  await expect(page.getByText(/^(\d+) of \1$/)).toBeVisible()
  await expect(page.locator('mark[data-current]').first()).toBeInViewport()
  await expect(page.locator('[data-marker="hit"]').first()).toBeVisible()
  await page.getByRole('button', { name: 'Layers' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Find hits' }).click()
  await expect(page.locator('[data-marker="hit"]')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await find.fill('zyzzyva')
  await expect(page.getByText('None', { exact: true })).toBeVisible()
})

test('a link with words opens with them found', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `/recordings/${CALL}?q=the`)
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
})

test('is saved as text, WebVTT and JSON, and quoted with a link', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `/recordings/${CALL}`)
  const first = (await lines(page).first().locator('[data-utterance]').textContent()) ?? ''
  for (const [format, extension, start] of [
    ['Text', 'txt', /^Priya Shah called/],
    ['WebVTT', 'vtt', /^WEBVTT\n/],
    ['JSON', 'json', /^\{/],
  ] as const) {
    await page.getByRole('button', { name: 'Save the transcript' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: `Save as ${format}` }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe(`recording-${CALL}.${extension}`)
    const text = await readFile(await file.path(), 'utf8')
    expect(text).toMatch(start)
    expect(text).toContain(first.slice(0, 20))
  }
  await lines(page).first().hover()
  await lines(page).first().getByRole('button', { name: 'Copy as a quotation' }).click()
  await expect(page.getByText('Quotation copied')).toBeVisible()
  const quote = await page.evaluate(() => navigator.clipboard.readText())
  expect(quote).toContain(first.slice(0, 20))
  expect(quote).toMatch(/\/recordings\/500000\?t=\d+/)
})

test('prints whole', async ({ page }) => {
  await signIn(page, 'qa-reviewer', `/recordings/${THREE_HOURS}`)
  const total = Number(await lines(page).first().getAttribute('aria-setsize'))
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(page.locator('.transcript-sheet p')).toHaveCount(total + 1)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(page.locator('.transcript-sheet')).toHaveCount(0)
})

test('a call without a transcript says so and plays', async ({ page }) => {
  await signIn(page, 'qa-reviewer', '/recordings/500016')
  await expect(page.getByText('This recording has no transcript.')).toBeVisible()
  await expect(play(page)).toBeEnabled()
})

test('says how many lines could not be read', async ({ page }) => {
  await signIn(page, 'qa-reviewer', '/recordings/500042')
  await expect(page.getByText(/\d+ lines? could not be read/)).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
  ]) {
    test(`has no accessibility finding in ${theme} at ${size.width}`, async ({ page }) => {
      await page.setViewportSize(size)
      await signIn(page, 'qa-reviewer', `/recordings/${CALL}?q=the`)
      await useTheme(page, theme)
      await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
      await expectNoAxeFindings(page)
      await play(page).click()
      await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
      await page.getByRole('tab', { name: /^Comments/ }).click()
      await expectNoAxeFindings(page)
      await page.getByRole('tab', { name: 'Details' }).click()
      await expectNoAxeFindings(page)
    })
  }
}
