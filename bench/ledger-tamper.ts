/**
 * `npm run bench -- ledger-tamper [-- COUNT [SEED]]`: tampers with a closed ledger at random and has the
 * independent verifier look for it. Every tampering must be found, and the first bad entry named.
 */
import { verifyExport } from '../verifier/ledger-verify.mjs'
import { closedLedger, exportLines, sampleKey } from './ledger-sample'
import { SeededRandom } from './seeded-random'
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

/** Tampers `count` times with exports; `missed` has a line for each that was not found or wrongly named. */
export async function tamperExports(
  count: number,
  seed: number,
): Promise<{ tallies: Map<string, Tally>; missed: string[] }> {
  const random = new SeededRandom(seed)
  const subject = subjectOf(random)
  const keys = [subject.ledger.key.text]
  const sound = await verifyExport([subject.lines.join('\n')], { keys })
  if (sound.status !== 'sound') throw new Error(`Untouched, it is ${sound.status}`)
  const kinds = Object.entries(EXPORT_TAMPERINGS)
  const tallies = new Map<string, Tally>(
    kinds.map(([kind]) => [kind, { tried: 0, found: 0, named: 0 }]),
  )
  const missed: string[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const [kind, tamper] = kinds[nth % kinds.length] ?? random.pick(kinds)
    const { bytes, firstBad, outside } = tamper(subject, random)
    const report = await verifyExport([bytes], { keys, outside })
    const tally = tallies.get(kind)
    if (tally === undefined) continue
    tally.tried += 1
    if (report.status === 'tampered') tally.found += 1
    if (report.firstBad === firstBad) tally.named += 1
    else
      missed.push(
        `${kind}, the ${nth}th of seed ${seed}: ${report.status}, ${report.firstBad} instead of ${firstBad}; ${report.problems[0]?.what}`,
      )
  }
  return { tallies, missed }
}
