import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { MISMATCH_KINDS } from '@/lib/reconcile/model'
import type { Planted } from '@/sandbox/hr/planted'
import { runReconcile, type SandboxProcess, startSandboxProcess } from './command-process'
import { identity } from './found'

// Three commands, each a process of its own.
vi.setConfig({ testTimeout: 120_000 })
const TODAY = '2026-11-23'
const folder = mkdtempSync(join(tmpdir(), 'focus-console-nightly-'))
const at = (name: string) => join(folder, name)
let sandbox: SandboxProcess

beforeAll(async () => {
  sandbox = await startSandboxProcess({
    SANDBOX_PEOPLE: '5000',
    SANDBOX_NOW: `${TODAY}T19:40:00Z`,
  })
})
afterAll(async () => {
  await sandbox.stop()
  rmSync(folder, { recursive: true })
})

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

test.each(['', '--messy --unreadable 30 --headings de --names whole --separator semicolon'])(
  'the fix list has everything planted in 5,000 rows, and nothing else: %s',
  (options) => {
    const planted = plant(options)
    const args = [at('hr.csv'), '--rules', at('rules.json'), '--out', at('fixes.csv')]
    const { status, stdout, stderr } = runReconcile(sandbox.url, folder, [
      ...args,
      '--today',
      TODAY,
    ])
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
