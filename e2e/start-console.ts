import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

export type RunningConsole = {
  /** Where a browser finds it, without a closing slash. */
  origin: string
  dataDir: string
  /** Everything it printed so far. */
  output(): string
  stop(): Promise<void>
}

/**
 * Starts a console of its own, as `npm start` does, with these settings and a data folder that is removed
 * with it. Resolves once it answers; rejects when it ends first.
 */
export async function startConsole(
  port: number,
  env: Record<string, string>,
): Promise<RunningConsole> {
  const dataDir = mkdtempSync(join(tmpdir(), 'focus-console-own-'))
  const origin = `http://localhost:${port}`
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      NEXTAUTH_URL: origin,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'info',
      ...env,
    },
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  let running = true
  void ended.then(() => {
    running = false
  })
  const answers = async () => {
    try {
      return (await fetch(`${origin}/api/healthz`)).ok
    } catch {
      return false
    }
  }
  while (!(await answers())) {
    if (!running) throw new Error(`The console ended before it answered:\n${output}`)
    await Promise.race([ended, new Promise((next) => setTimeout(next, 100))])
  }
  return {
    origin,
    dataDir,
    output: () => output,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Adds a local account, as an operator does: the password goes in on standard input. */
export async function addAccount(
  dataDir: string,
  email: string,
  password: string,
  roles: readonly string[],
): Promise<void> {
  const named = roles.flatMap((role) => ['--role', role])
  const child = spawn('npm', ['run', '--silent', 'accounts', '--', 'add', email, ...named], {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...process.env, DATA_DIR: dataDir },
  })
  child.stdin.end(`${password}\n`)
  const code = await new Promise<number | null>((done) => child.once('exit', done))
  if (code !== 0) throw new Error(`npm run accounts ended with ${code}`)
}

/** Signs in with a local account at a console of its own, and waits for the console. */
export async function signInLocally(
  page: Page,
  address: string,
  email: string,
  password: string,
): Promise<void> {
  await page.goto(address)
  await page.getByLabel(/e-?mail/i).fill(email)
  await page.getByLabel(/password/i).fill(password)
  await page.getByRole('button', { name: /^sign in$/i }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
