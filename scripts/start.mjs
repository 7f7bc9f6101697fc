/**
 * `npm start`: builds when needed, starts the sandbox tenant when no Focus is configured, and serves the
 * console. `--dev` serves it from source instead.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { buildWhenNeeded } from './build-when-needed.mjs'

const FOCUS_SETTINGS = [
  'FOCUS_REGION',
  'FOCUS_BASE_URL',
  'FOCUS_CLIENT_ID',
  'FOCUS_API_KEY',
  'FOCUS_API_KEY_FILE',
  'FOCUS_USERNAME',
]
const dev = process.argv.includes('--dev')
for (const file of ['.env.local', '.env']) if (existsSync(file)) process.loadEnvFile(file)

const host = process.env.HOST ?? '127.0.0.1'
const port = Number(process.env.PORT ?? 3000)
const dataDir = resolve(process.env.DATA_DIR ?? '.data')
/** @type {import('node:child_process').ChildProcess[]} */
const children = []

/** The console writes what is under way and its last checkpoint before it ends: well within this. */
const MOST_STOPPING_MS = 10_000

function stop(code) {
  process.exitCode = code
  const running = () =>
    children.filter((child) => child.exitCode === null && child.signalCode === null)
  for (const child of running()) child.kill('SIGTERM')
  setTimeout(() => {
    for (const child of running()) child.kill('SIGKILL')
  }, MOST_STOPPING_MS).unref()
}

function start(name, args, env) {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', name === 'sandbox' ? 'pipe' : 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  children.push(child)
  child.on('exit', (code, signal) => {
    if (process.exitCode === undefined && code !== 0)
      console.error(`The ${name} ended (${signal ?? `exit code ${code}`}).`)
    if (process.exitCode === undefined) stop(code ?? 1)
  })
  return child
}

/** Whether nothing listens on the port yet; 0 asks for any free one. Resolves to the port, or null. */
function freePort(wanted, address) {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(null))
    probe.listen(wanted, address, () => {
      const { port: found } = probe.address()
      probe.close(() => done(found))
    })
  })
}

/** A secret for the session cookies that outlives restarts, readable by this account alone. */
function sessionSecret() {
  const path = join(dataDir, 'session-secret')
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(path, 'utf8').trim()
}

/** Starts the sandbox tenant and resolves to the settings that point the console at it. */
async function startSandbox() {
  const sandboxPort =
    (await freePort(Number(process.env.SANDBOX_PORT ?? 4010), '127.0.0.1')) ??
    (await freePort(0, '127.0.0.1'))
  const child = start('sandbox', ['--import', 'tsx', 'sandbox/main.ts'], {
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_HOST: '127.0.0.1',
  })
  await new Promise((listening) => {
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      listening(undefined)
    })
    child.once('exit', listening)
  })
  return {
    FOCUS_SANDBOX: '1',
    FOCUS_BASE_URL: `http://127.0.0.1:${sandboxPort}/api`,
    FOCUS_CLIENT_ID: '1000001',
    FOCUS_API_KEY: 'sandbox-key',
    FOCUS_USERNAME: 'focus.console@sandbox.example',
    REPORTING_LINES_FILE: process.env.REPORTING_LINES_FILE ?? 'sandbox/reporting-lines.csv',
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0))

if ((await freePort(port, host)) === null) {
  console.error(`Port ${port} is taken. Choose another: PORT=3001 npm start`)
  process.exit(1)
}
const configured = FOCUS_SETTINGS.some((name) => process.env[name])
// Before the build, so that its speech is made meanwhile.
const focus = configured ? {} : await startSandbox()
if (process.exitCode === undefined && !dev && !buildWhenNeeded()) stop(1)
if (process.exitCode === undefined) {
  const origin = process.env.NEXTAUTH_URL ?? `http://localhost:${port}`
  console.log(
    configured
      ? `Focus Console on ${origin}`
      : `Focus Console on ${origin} with the SANDBOX TENANT: no Focus credentials are set, every call and person in it is invented.`,
  )
  start(
    'console',
    ['node_modules/next/dist/bin/next', dev ? 'dev' : 'start', '-p', String(port), '-H', host],
    {
      NEXT_TELEMETRY_DISABLED: '1',
      // Served from source, Next.js would kill its server a tenth of a second after asking it to end.
      NEXT_EXIT_TIMEOUT_MS: String(MOST_STOPPING_MS),
      DATA_DIR: dataDir,
      NEXTAUTH_URL: origin,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? sessionSecret(),
      ...focus,
    },
  )
}
