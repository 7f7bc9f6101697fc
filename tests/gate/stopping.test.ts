import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { ENVIRONMENT } from './gate-environment'

vi.setConfig({ testTimeout: 120_000 })
const DATA_DIR = mkdtempSync(join(tmpdir(), 'focus-console-stop-'))

/** Starts the process, ends it with a signal once an answer goes out, and resolves with what it cost. */
async function startAndStop(signal: 'SIGTERM' | 'SIGINT', change: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=react-server', 'tests/gate/stopping-process.ts'],
    {
      env: {
        ...process.env,
        GATE_ENVIRONMENT: JSON.stringify({ ...ENVIRONMENT, DATA_DIR, ...change }),
      },
    },
  )
  let said = ''
  const goingOut = new Promise<void>((done) => {
    child.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('going out')) done()
    })
  })
  const ended = new Promise<number | null>((done) => child.on('close', done))
  await Promise.race([goingOut, ended])
  const askedMs = performance.now()
  child.kill(signal)
  const code = await ended
  return { code, said, tookMs: performance.now() - askedMs }
}

/** What the ledger's file holds afterwards. */
function stored() {
  const file = new Sqlite(join(DATA_DIR, 'focus-console.db'), { readonly: true })
  const all = <T>(query: string) => file.prepare<[], T>(query).all()
  const entries = all<{ phase: string; action: string; leaf: string }>(
    'select phase, action, leaf from ledger_entry order by sequence',
  )
  const open = all('select sequence from ledger_open')
  const signed = all<{ size: number }>('select max(size) as size from ledger_checkpoint')[0]?.size
  file.close()
  return { entries, open, signed }
}

test('a server that is told to stop ends its answers with outcomes, and signs its last entry', async () => {
  const first = await startAndStop('SIGTERM')
  expect(first.said).toContain('going out')
  expect(first.code).toBe(0)
  expect(first.tookMs).toBeLessThan(6000)
  const { entries, open, signed } = stored()
  expect(entries.map(({ phase, action }) => `${phase} ${action}`)).toEqual([
    'event ledger-start',
    'event configuration-change',
    'intent ledger-export',
    'outcome ledger-export',
    'event ledger-stop',
  ])
  const outcome: unknown = JSON.parse(entries[3]?.leaf ?? '')
  expect(outcome).toMatchObject({ result: { status: 503, problem: 'aborted', bytes: 1000 } })
  expect(open).toEqual([])
  expect(signed).toBe(entries.length)

  // The same configuration is none to tell of; another is, by what differs.
  await startAndStop('SIGINT')
  expect(stored().entries).toHaveLength(9)
  await startAndStop('SIGTERM', { SESSION_IDLE_MINUTES: '7' })
  const changes = stored().entries.filter(({ action }) => action === 'configuration-change')
  expect(changes).toHaveLength(2)
  const change: unknown = JSON.parse(changes[1]?.leaf ?? '')
  expect(change).toMatchObject({ object: { ids: [expect.any(String), 'sessions'] } })
  expect(stored().signed).toBe(14)
})
