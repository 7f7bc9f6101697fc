import { readFileSync } from 'node:fs'
import { type BrowserContext, chromium } from '@playwright/test'
import { findChromium } from '../scripts/chromium.mjs'
import { ORIGIN, recordingOfLength, signIn } from './running-console'

const LENGTHS = [
  { name: '1 minute', minMs: 50_000, maxMs: 90_000 },
  { name: '1 hour', minMs: 3_300_000, maxMs: 4_200_000 },
  { name: '3 hours', minMs: 10_000_000, maxMs: 10_900_000 },
]
const LIMIT_MS = 90_000

type Times = { soundMs: number | null; waveformMs: number | null }

/** From the press of Play in our player to an advancing clock, and to a waveform of the whole call. */
async function ours(context: BrowserContext, id: number): Promise<Times> {
  const page = await context.newPage()
  await page.goto(`${ORIGIN}/recordings/${id}`)
  const play = page.getByRole('button', { name: /^Play/ }).first()
  await play.waitFor()
  const began = performance.now()
  await play.click()
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('audio,video')].some(
        (media) => (media as HTMLMediaElement).currentTime > 0,
      ),
    null,
    { timeout: LIMIT_MS, polling: 20 },
  )
  const soundMs = performance.now() - began
  await page.locator('[data-waveform="complete"]').waitFor({ timeout: LIMIT_MS })
  const waveformMs = performance.now() - began
  await page.close()
  return { soundMs, waveformMs }
}

/** The same file left to wavesurfer.js: it fetches all, decodes all, then plays. */
async function wavesurferAlone(
  context: BrowserContext,
  id: number,
  library: string,
): Promise<Times> {
  const page = await context.newPage()
  await page.route(`${ORIGIN}/bench-alone`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<div id="w"></div>' }),
  )
  await page.route(`${ORIGIN}/bench-wavesurfer.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: library }),
  )
  await page.goto(`${ORIGIN}/bench-alone`)
  const times = await page
    .evaluate(
      async ({ url, limitMs }) => {
        const source = '/bench-wavesurfer.js'
        const { default: WaveSurfer } = await import(/* @vite-ignore */ source)
        const began = performance.now()
        return new Promise<Times>((done) => {
          const timer = setTimeout(() => done({ soundMs: null, waveformMs: null }), limitMs)
          const surfer = WaveSurfer.create({ container: '#w', url, splitChannels: [{}, {}] })
          let waveformMs: number | null = null
          surfer.on('error', () => done({ soundMs: null, waveformMs: null }))
          surfer.on('ready', () => {
            waveformMs = performance.now() - began
            void surfer.play()
          })
          surfer.on('timeupdate', (at: number) => {
            if (at === 0) return
            clearTimeout(timer)
            done({ soundMs: performance.now() - began, waveformMs })
          })
        })
      },
      { url: `${ORIGIN}/api/recordings/${id}/audio`, limitMs: LIMIT_MS },
    )
    .catch(() => ({ soundMs: null, waveformMs: null }))
  await page.close()
  return times
}

/** From Play to first sound and to the full waveform, beside wavesurfer.js fetching and decoding the file itself. */
export async function timeToSound(): Promise<string[]> {
  const { path } = await findChromium()
  const library = readFileSync('node_modules/wavesurfer.js/dist/wavesurfer.esm.js', 'utf8')
  const browser = await chromium.launch({
    executablePath: path,
    args: ['--autoplay-policy=no-user-gesture-required'],
  })
  const cookie = await signIn()
  const context = await browser.newContext()
  await context.addCookies(
    cookie.split('; ').map((pair) => ({
      name: pair.slice(0, pair.indexOf('=')),
      value: pair.slice(pair.indexOf('=') + 1),
      url: ORIGIN,
    })),
  )
  const shown = (ms: number | null) => (ms === null ? 'failed' : `${(ms / 1000).toFixed(2)} s`)
  const ratio = (a: number | null, b: number | null) =>
    a === null || b === null ? '–' : (a / b).toFixed(2)
  const lines = [
    '| call | sound, ours | sound, wavesurfer alone | ratio | waveform, ours | waveform, wavesurfer alone | ratio |',
    '|---|---|---|---|---|---|---|',
  ]
  for (const { name, minMs, maxMs } of LENGTHS) {
    const id = await recordingOfLength(cookie, minMs, maxMs)
    const own = await ours(context, id)
    const alone = await wavesurferAlone(context, id, library)
    lines.push(
      `| ${name} | ${shown(own.soundMs)} | ${shown(alone.soundMs)} | ${ratio(own.soundMs, alone.soundMs)} | ${shown(own.waveformMs)} | ${shown(alone.waveformMs)} | ${ratio(own.waveformMs, alone.waveformMs)} |`,
    )
  }
  await browser.close()
  return lines
}
