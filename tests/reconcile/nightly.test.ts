import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { MISMATCH_KINDS } from '@/lib/reconcile/model'
import type { Planted } from '@/sandbox/hr/planted'
import { identity } from './found'

// Three commands, each a process of its own.
vi.setConfig({ testTimeout: 120_000 })
const TODAY = '2026-11-23'
const folder = mkdtempSync(join(tmpdir(), 'focus-console-nightly-'))
const at = (name: string) => join(folder, name)
let sandbox: ChildProcess
let url: string

beforeAll(async () => {
  sandbox = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...{ SANDBOX_PORT: '0', SANDBOX_PEOPLE: '5000', SANDBOX_NOW: `${TODAY}T19:40:00Z` },
    },
  })
  url = await listening(sandbox)
})
afterAll(async () => {
  const ended = new Promise((done) => sandbox.once('exit', done))
  sandbox.kill()
  await ended
  rmSync(folder, { recursive: true })
})

/** Where the sandbox says it listens. */
async function listening({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The sandbox has no output')
  for await (const line of createInterface(stdout)) {
    const found = /listening on (\S+)/.exec(line)?.[1]
    if (found !== undefined) return found
  }
  throw new Error('The sandbox ended before it listened')
}

function plant(options: string): Planted {
  const command = `npm run sandbox:hr -- --rows 5000 --today ${TODAY} ${options}`
  const files = '--planted "$1" --rules "$2" > "$3"'
  const paths = [at('planted.json'), at('rules.json'), at('hr.csv')]
  const { status } = spawnSync('sh', ['-c', `${command} ${files}`, 'sh', ...paths], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  expect(status).toBe(0)
  return JSON.parse(readFileSync(at('planted.json'), 'utf8'))
}

function reconcile() {
  const args = [at('hr.csv'), '--rules', at('rules.json'), '--out', at('fixes.csv')]
  const script = ['--conditions=react-server', 'scripts/reconcile.ts', ...args, '--today', TODAY]
  return spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', ...script], {
    encoding: 'utf8',
    env: {
      ...process.env,
      ...{ DATA_DIR: folder, LOG_LEVEL: 'silent', FOCUS_SANDBOX: '1', FOCUS_BASE_URL: url },
      ...{ FOCUS_CLIENT_ID: '1000001', FOCUS_API_KEY: 'sandbox-key' },
      FOCUS_USERNAME: 'focus.console@sandbox.example',
    },
  })
}

test.each(['', '--messy --unreadable 30 --headings de --names whole --separator semicolon'])(
  'the fix list has everything planted in 5,000 rows, and nothing else: %s',
  (options) => {
    const planted = plant(options)
    const { status, stdout, stderr } = reconcile()
    expect(stderr).toBe('')
    expect(status).toBe(1)
    for (const kind of MISMATCH_KINDS)
      expect(stdout).toMatch(new RegExp(`^  ${kind} +${planted.counts[kind]}\\b`, 'm'))

    const csv = Papa.parse<Record<string, string>>(readFileSync(at('fixes.csv'), 'utf8'), {
      ...{ header: true, skipEmptyLines: true },
    })
    expect(csv.errors).toEqual([])
    const lists = csv.data.map((row) => ({
      kind: row.kind ?? '',
      hrLines: numbers(row.hr_lines),
      personIds: numbers(row.person_ids),
      endpointIds: numbers(row.endpoint_ids),
      userIds: numbers(row.user_ids),
    }))
    const unread = lists.filter(({ kind }) => kind === 'unreadable-line')
    expect(unread.flatMap(({ hrLines }) => hrLines)).toEqual(
      planted.unreadable.map(({ line }) => line),
    )
    const found = lists.filter(({ kind }) => kind !== 'unreadable-line')
    expect(found.map(identity).sort()).toEqual(planted.mismatches.map(identity).sort())
  },
)

const numbers = (cell: string | undefined) => (cell ? cell.split(' ').map(Number) : [])
