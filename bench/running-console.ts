import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const CONSOLE_PORT = 3410
export const SANDBOX_PORT = 4610
export const ORIGIN = `http://localhost:${CONSOLE_PORT}`
export const SANDBOX_API = `http://127.0.0.1:${SANDBOX_PORT}/api`

/** The console as `npm start` runs it, with the sandbox tenant beside it, on ports of its own. */
export type RunningConsole = {
  /** The serving process itself: the one whose memory counts. */
  serverPid(): number
  stop(): Promise<void>
}

/** The process that listens, found below the start command by its command line. */
function childServing(parent: number): number {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
  for (const child of children) {
    const command = readFileSync(`/proc/${child}/cmdline`, 'utf8')
    if (command.includes('next')) {
      const below = readFileSync(`/proc/${child}/task/${child}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean)
        .map(Number)
      return (
        below.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('next')) ?? child
      )
    }
  }
  throw new Error('The serving process was not found')
}

/** Starts both, with these settings too, and resolves when the console is ready. */
export async function startConsole(settings: Record<string, string> = {}): Promise<RunningConsole> {
  const dataDir = mkdtempSync(join(tmpdir(), 'focus-console-bench-'))
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(CONSOLE_PORT),
      SANDBOX_PORT: String(SANDBOX_PORT),
      SANDBOX_RATE_PER_SECOND: '100000',
      NEXTAUTH_URL: ORIGIN,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...settings,
    },
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  for (;;) {
    const ready = await fetch(`${ORIGIN}/api/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) break
    if (child.exitCode !== null) throw new Error('The console ended before it was ready')
    await new Promise((next) => setTimeout(next, 100))
  }
  return {
    serverPid: () => childServing(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Signs in as the sandbox's reviewer; resolves to the cookie header to send. */
export async function signIn(): Promise<string> {
  const jar = new Map<string, string>()
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
  }
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const csrf = await fetch(`${ORIGIN}/api/auth/csrf`)
  keep(csrf)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string } // next-auth's documented answer
  const answer = await fetch(`${ORIGIN}/api/auth/callback/sandbox`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies(), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, persona: 'qa-reviewer', json: 'true' }),
  })
  keep(answer)
  if (![...jar.keys()].some((name) => name.includes('session-token')))
    throw new Error('Sign-in gave no session')
  return cookies()
}

/** The headers our own browser client sends. */
export function consoleHeaders(cookie: string): Record<string, string> {
  return {
    cookie,
    'x-focus-console': '1',
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
  }
}

/** The newest recording with audio of at least and at most these lengths. */
export async function recordingOfLength(
  cookie: string,
  minMs: number,
  maxMs: number,
): Promise<number> {
  const answer = await fetch(`${ORIGIN}/api/recordings/search`, {
    method: 'POST',
    headers: consoleHeaders(cookie),
    body: JSON.stringify({ durationMs: { min: minMs, max: maxMs }, limit: 200 }),
  })
  const page = (await answer.json()) as {
    recordings: { id: number; hasAudio: boolean; tags: string[] }[]
  } // our contract
  const found = page.recordings.find(
    (row) => row.hasAudio && !row.tags.some((tag) => tag.includes('sandbox.fault')),
  )
  if (!found) throw new Error(`No recording between ${minMs} and ${maxMs} ms`)
  return found.id
}
