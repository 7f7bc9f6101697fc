/**
 * `tsx sandbox/speech/measure.ts`: speaks every line once and writes how long each takes, and each word
 * in it, to durations.json. Run it after changing a line or the way lines are spoken.
 */
import { writeFileSync } from 'node:fs'
import { VOICES } from './recipe'
import { SENTENCES } from './sentences'
import { timingOf } from './timing-of'

const timings: Record<string, number[]> = {}
let total = 0
for (const { key, party, text } of [...SENTENCES.values()].sort((a, b) =>
  a.key < b.key ? -1 : 1,
)) {
  const timing = timingOf(VOICES[party], text)
  timings[key] = timing
  total += timing[0] ?? 0
}
const lines = Object.entries(timings).map(
  ([key, timing]) => `  "${key}": ${JSON.stringify(timing)}`,
)
writeFileSync(new URL('durations.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`)
process.stdout.write(`${lines.length} lines, ${(total / 60_000).toFixed(1)} minutes of speech\n`)
