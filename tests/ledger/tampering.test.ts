import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Outcome, tamperExports, tamperTables } from '@/bench/ledger-tamper'

// 10,000 of them: npm run bench -- ledger-tamper
const SEED = 20_261_123

function expectAllFound({ tallies, missed }: Outcome): void {
  expect(missed).toEqual([])
  expect([...tallies.keys()]).toHaveLength(9)
  for (const { tried, found, named } of tallies.values())
    expect({ found, named }).toEqual({ found: tried, named: tried })
}

test('every tampering of an export is found, and the first bad entry named', async () => {
  expectAllFound(await tamperExports(135, SEED))
}, 120_000)

test('every tampering of the tables is found, and the first bad entry named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'focus-console-tamper-'))
  expectAllFound(await tamperTables(63, SEED, folder))
}, 120_000)
