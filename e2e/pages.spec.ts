import { copyFileSync } from 'node:fs'
import { expect, expectNoAxeFindings, type Persona, signIn, test } from './fixture'

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
]

/** One row of each look: axe reads every cell, and only once need it read a screen full of them. */
const FEW_ROWS = encodeURIComponent('id:500000,500007,500012,500018,500019,500023')

/** States that no other journey looks at, with what shows that they have arrived. */
const STATES: { name: string; persona: Persona; path: string; arrived: RegExp }[] = [
  {
    name: 'no result, and a mistake in a token',
    persona: 'qa-reviewer',
    path: '/recordings?q=dur%3Afoo+zyzzyva',
    arrived: /No recording matches/,
  },
  {
    name: 'a recording that is not there',
    persona: 'qa-reviewer',
    path: '/recordings/1',
    arrived: /not found|no recording/i,
  },
  {
    name: 'a page that the role may not open',
    persona: 'admin',
    path: '/recordings',
    arrived: /recordings\.search/,
  },
]

/** How long the call is that is played: nothing of a row's date and time, which may have the same digits. */
const LENGTH = /(?<![\d:])6:40(?![\d:])/

for (const theme of ['light', 'dark'] as const) {
  for (const size of SIZES) {
    test.describe(`${theme} at ${size.width}×${size.height}`, () => {
      test.use({ viewport: size, colorScheme: theme })

      for (const { name, persona, path, arrived } of STATES) {
        test(`${name} has no finding`, async ({ page, allow }, info) => {
          allow.status(404)
          await signIn(page, persona, path)
          await expect(page.getByText(arrived).first()).toBeVisible()
          await expectNoAxeFindings(page)
          await page.screenshot({ path: info.outputPath('page.png') })
        })
      }

      test('a call playing beside the list has no finding', async ({ page }, info) => {
        const whole = theme === 'light' && size.width === 1920
        const query = whole ? 'type%3Aphone+has%3Atranscript' : FEW_ROWS
        await signIn(page, 'qa-reviewer', `/recordings?q=${query}&pane=1`)
        await expect(page.getByText(/^[\d,]+ recordings/).first()).toBeVisible()
        // At its left end: at 1024 px the open pane lies over the rest of it.
        const row = whole ? page.getByRole('row').nth(3) : page.getByRole('row', { name: LENGTH })
        await row.click({ position: { x: 60, y: 12 } })
        const play = page.getByRole('button', { name: /^play/i }).first()
        await play.click()
        await expect
          .poll(() => page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0))
          .toBeGreaterThan(0.5)
        await expect(page.locator('[data-waveform="complete"]')).toBeVisible()
        await expectNoAxeFindings(page)
        const picture = info.outputPath('page.png')
        await page.screenshot({ path: picture })
        // The README's picture is this very screen: README_PICTURE=1 keeps it.
        if (process.env.README_PICTURE && theme === 'light' && size.width === 1920) {
          copyFileSync(picture, 'docs/recordings.png')
        }
      })
    })
  }
}
