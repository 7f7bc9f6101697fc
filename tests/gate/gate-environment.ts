import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const ORIGIN = 'http://localhost:4300'

/** A configuration for handlers called as functions: a sandbox tenant that nothing answers for. Import it first. */
export const ENVIRONMENT: Record<string, string> = {
  FOCUS_SANDBOX: '1',
  FOCUS_BASE_URL: 'http://127.0.0.1:9/api',
  FOCUS_CLIENT_ID: '1000001',
  FOCUS_API_KEY: 'key-of-the-gate-tests',
  FOCUS_USERNAME: 'focus.console@sandbox.example',
  NEXTAUTH_URL: ORIGIN,
  NEXTAUTH_SECRET: 'a secret for the gate tests, long enough',
  DATA_DIR: mkdtempSync(join(tmpdir(), 'focus-console-gate-')),
  LOG_LEVEL: 'fatal',
}

// A process started by a test is told its own configuration.
Object.assign(process.env, JSON.parse(process.env.GATE_ENVIRONMENT ?? JSON.stringify(ENVIRONMENT)))
