import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { KILL_POINTS } from '@/bench/kill-points'
import { killCycles, sqliteFiles } from '@/bench/ledger-kill'
import { type PostgresServer, startPostgres } from '../postgres-server'

// 1,000 cycles: npm run bench -- ledger-kill
const folder = () => mkdtempSync(join(tmpdir(), 'focus-console-kill-'))
let postgres: PostgresServer | null = null
afterAll(() => postgres?.stop())

test('a writer that is killed at any point loses nothing it acknowledged, on SQLite', async () => {
  const place = folder()
  const tally = await killCycles(14, 5, place, sqliteFiles(place))
  expect([...tally.byPoint]).toEqual(KILL_POINTS.map((point) => [point, 2]))
  expect(tally.acknowledged).toBeGreaterThan(14)
  expect(tally.served).toBeGreaterThan(14)
  expect(tally.unknown).toBeGreaterThan(0)
}, 180_000)

test('the same on PostgreSQL', async () => {
  postgres = await startPostgres()
  const { makeDatabase } = postgres
  const tally = await killCycles(7, 6, folder(), () => makeDatabase())
  expect([...tally.byPoint]).toEqual(KILL_POINTS.map((point) => [point, 1]))
  expect(tally.acknowledged).toBeGreaterThan(7)
}, 180_000)
