import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** Each worker has a console and a sandbox tenant of its own: journeys count what their tenant saw. */
const WORKERS = 2
const PORT = 3310
const SANDBOX_PORT = 4510
/** Playwright tells each worker its place. */
const place = Number(process.env.TEST_PARALLEL_INDEX ?? 0)
const executablePath = process.env.CHROMIUM_PATH

export default defineConfig({
  testDir: 'e2e',
  workers: WORKERS,
  retries: 0,
  forbidOnly: true,
  // Reading a screen of rows by axe takes most of a minute on two cores.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${PORT + place}`,
    viewport: { width: 1920, height: 1080 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // A trace of every journey doubles the time of all; a failed one leaves its picture and its page in words.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--autoplay-policy=no-user-gesture-required'],
    },
    permissions: ['clipboard-read', 'clipboard-write'],
  },
  webServer: Array.from({ length: WORKERS }, (_, at) => ({
    command: 'node scripts/start.mjs',
    url: `http://localhost:${PORT + at}/api/healthz`,
    timeout: 180_000,
    stdout: 'ignore' as const,
    env: {
      PORT: String(PORT + at),
      SANDBOX_PORT: String(SANDBOX_PORT + at),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'focus-console-e2e-')),
      LOG_LEVEL: 'warn',
    },
  })),
})
