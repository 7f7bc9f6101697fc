/**
 * `npm run bench -- ledger-tamper [-- COUNT [SEED]]`: tampers with a closed ledger at random and has the
 * independent verifier look for it. Every tampering must be found, and the first bad entry named.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteFile } from '@/lib/store/database'
import { verifyTables } from '../scripts/verify-tables'
import { type Report, verifyExport } from '../verifier/ledger-verify.mjs'
import { closedLedger, exportLines, sampleKey } from './ledger-sample'
import { SeededRandom } from './seeded-random'
import { DATABASE_TAMPERINGS, fillTables, tablesOf } from './tamper-database'
import { EXPORT_TAMPERINGS, type Subject } from './tamper-export'

export type Tally = { tried: number; found: number; named: number }

const ENTRIES = 300
const CHECKPOINT_EVERY = 32

/** A closed ledger of its own for each seed. */
export function subjectOf(random: SeededRandom): Subject {
  const key = sampleKey(random)
  const { ledger, entries } = closedLedger(random, key, ENTRIES, CHECKPOINT_EVERY)
  return { ledger, entries, lines: exportLines(ledger, entries), otherKey: sampleKey(random) }
}

/** What became of every tampering; `missed` has a line for each that was not found or wrongly named. */
export type Outcome = { tallies: Map<string, Tally>; missed: string[] }

type Told = { report: Report; firstBad: number }

async function tally(
  kinds: readonly string[],
  count: number,
  seed: number,
  tell: (kind: string) => Promise<Told>,
): Promise<Outcome> {
  const tallies = new Map<string, Tally>()
  const missed: string[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const kind = kinds[nth % kinds.length] ?? ''
    const { report, firstBad } = await tell(kind)
    const known = tallies.get(kind) ?? { tried: 0, found: 0, named: 0 }
    const found = report.status === 'tampered'
    const named = found && report.firstBad === firstBad
    tallies.set(kind, {
      tried: known.tried + 1,
      found: known.found + Number(found),
      named: known.named + Number(named),
    })
    if (!named)
      missed.push(
        `${kind}, number ${nth} of seed ${seed}: ${report.status}, ${report.firstBad} instead of ${firstBad}; ${report.problems[0]?.what}`,
      )
  }
  return { tallies, missed }
}

/** Tampers with exports of one ledger. */
export async function tamperExports(count: number, seed: number): Promise<Outcome> {
  const random = new SeededRandom(seed)
  const subject = subjectOf(random)
  const keys = [subject.ledger.key.text]
  const sound = await verifyExport([subject.lines.join('\n')], { keys })
  if (sound.status !== 'sound') throw new Error(`Untouched, it is ${sound.status}`)
  return tally(Object.keys(EXPORT_TAMPERINGS), count, seed, async (kind) => {
    const tampering = EXPORT_TAMPERINGS[kind]?.(subject, random)
    if (tampering === undefined) throw new Error(`There is no ${kind}`)
    const { bytes, firstBad, outside } = tampering
    return { report: await verifyExport([bytes], { keys, outside }), firstBad }
  })
}

/** Tampers with the tables of one ledger, in a file below `folder`. */
export async function tamperTables(count: number, seed: number, folder: string): Promise<Outcome> {
  const random = new SeededRandom(seed)
  const subject = subjectOf(random)
  const path = join(folder, 'tampered.db')
  await (await openSqliteFile(path)).destroy()
  const file = fillTables(path, subject)
  const verify = () => verifyTables(tablesOf(file), { keys: [subject.ledger.key.text] })
  try {
    const sound = await verify()
    if (sound.status !== 'sound')
      throw new Error(`Untouched, it is ${sound.status}: ${sound.problems[0]?.what}`)
    return await tally(Object.keys(DATABASE_TAMPERINGS), count, seed, async (kind) => {
      file.exec('begin')
      try {
        const firstBad = DATABASE_TAMPERINGS[kind]?.(file, subject, random) ?? -1
        return { report: await verify(), firstBad }
      } finally {
        file.exec('rollback')
      }
    })
  } finally {
    file.close()
  }
}

/** The table of docs/performance.md; throws where one was missed. */
export function tamperingTable(form: string, { tallies, missed }: Outcome): string[] {
  if (missed.length > 0) throw new Error(missed.join('\n'))
  const rows = [...tallies].map(
    ([kind, { tried, found, named }]) => `| ${form} | ${kind} | ${tried} | ${found} | ${named} |`,
  )
  return rows
}

/** 10,000 tamperings, one in five of them of the tables. */
export async function ledgerTamper(count = 10_000, seed = Date.now() % 1e9): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'focus-console-tamper-'))
  try {
    const beganMs = performance.now()
    const ofTables = Math.round(count / 5)
    const tables = await tamperTables(ofTables, seed, folder)
    const exports = await tamperExports(count - ofTables, seed)
    const seconds = ((performance.now() - beganMs) / 1000).toFixed(0)
    return [
      `| ${count} tamperings, seed ${seed}, ${seconds} s | kind | tried | found | first bad named right |`,
      '|---|---|---|---|---|',
      ...tamperingTable('export', exports),
      ...tamperingTable('database', tables),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
