import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const PORT = 3310
const SANDBOX_PORT = 4510
const executablePath = process.env.CHROMIUM_PATH

export default defineConfig({
  testDir: 'e2e',
  // One at a time: journeys listen in real time and count what the tenant saw.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Reading a screen of rows by axe takes most of a minute on two cores.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 1920, height: 1080 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--autoplay-policy=no-user-gesture-required'],
    },
    permissions: ['clipboard-read', 'clipboard-write'],
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://localhost:${PORT}/api/healthz`,
    timeout: 180_000,
    stdout: 'ignore',
    env: {
      PORT: String(PORT),
      SANDBOX_PORT: String(SANDBOX_PORT),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'focus-console-e2e-')),
      LOG_LEVEL: 'warn',
    },
  },
})
