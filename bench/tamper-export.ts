import { Buffer } from 'node:buffer'
import type { ExportEntry } from '../verifier/ledger-verify.mjs'
import { checkpointText, type SampleKey, type SampleLedger, selectionLines } from './ledger-sample'
import type { SeededRandom } from './seeded-random'

/** One tampering of an export: the bytes, what is known from outside, and the sequence that must be named. */
export type Tampering = {
  kind: string
  bytes: Buffer
  firstBad: number
  /** The last checkpoint, kept elsewhere; where nothing within the export could tell. */
  outside: string[]
}

/** What is tampered with: a closed ledger and the lines of its export. */
export type Subject = {
  ledger: SampleLedger
  entries: readonly ExportEntry[]
  lines: readonly string[]
  /** A key that was the console's once, or a thief's. */
  otherKey: SampleKey
}

type Tamper = (subject: Subject, random: SeededRandom) => Omit<Tampering, 'kind'>

const bytesOf = (lines: readonly string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(''))
const done = (lines: readonly string[], firstBad: number, outside: string[] = []) => ({
  bytes: bytesOf(lines),
  firstBad,
  outside,
})
const checkpointLine = (note: string) => JSON.stringify({ type: 'checkpoint', note })

/** The first sequence that the nth checkpoint proves and the one before it does not. */
const provedFrom = ({ ledger }: Subject, nth: number) => ledger.checkpoints[nth - 1]?.size ?? 0

/** What is first bad when a line is: its entry, or what its checkpoint was to prove. */
function firstBadOfLine(subject: Subject, line: number): number {
  if (line === 0) return 0
  const { length } = subject.entries
  return line <= length ? line - 1 : provedFrom(subject, line - 1 - length)
}

const bitFlip: Tamper = (subject, random) => {
  // The heading's time is nobody's promise, and its size and key are tampered with below.
  const start = Buffer.byteLength(subject.lines[0] ?? '')
  const bytes = bytesOf(subject.lines)
  const at = start + random.below(bytes.length - start)
  let line = 0
  for (let i = 0; i < at; i += 1) if (bytes[i] === 10) line += 1
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
  return { bytes, firstBad: firstBadOfLine(subject, line), outside: [] }
}

const deletion: Tamper = ({ lines, entries }, random) => {
  const at = random.below(entries.length)
  const many = 1 + random.below(Math.min(3, entries.length - at))
  return done(lines.toSpliced(at + 1, many), at)
}

const reorder: Tamper = ({ lines, entries }, random) => {
  const first = random.below(entries.length - 1)
  const second = first + 1 + random.below(entries.length - first - 1)
  const swapped = [...lines]
  swapped[first + 1] = lines[second + 1] ?? ''
  swapped[second + 1] = lines[first + 1] ?? ''
  return done(swapped, first)
}

const insertion: Tamper = ({ lines, entries, ledger }, random) => {
  const at = random.below(entries.length + 1)
  if (random.below(2) === 0) {
    const twice = random.below(entries.length)
    // Before its own place it cannot be told which of the two was put there: the second is named.
    const firstBad = twice === at ? at + 1 : at
    return done(lines.toSpliced(at + 1, 0, lines[twice + 1] ?? ''), firstBad)
  }
  // A forger's own entry in the place of the next: well formed, with the hash that it has.
  const model = random.pick(entries.toSpliced(at, 1))
  const leaf = model.leaf.replace(/"seq":\d+/, `"seq":${at}`)
  const hash = ledger.tree.leafHash(leaf)
  return done(lines.toSpliced(at + 1, 0, JSON.stringify({ ...model, leaf, hash })), at)
}

/** Replaces a text of a leaf and gives the new leaf its hash: only the signed root tells. */
const rewriting: Tamper = (subject, random) => {
  const at = random.below(subject.entries.length)
  const entry = subject.entries[at]
  if (entry === undefined) throw new Error('There is no such entry')
  const leaf = entry.leaf.replace('"build":"0.1.0"', '"build":"0.1.1"')
  const forged = { ...entry, leaf, hash: subject.ledger.tree.leafHash(leaf) }
  const covering = subject.ledger.checkpoints.findIndex(({ size }) => size > at)
  // Nothing in an export divides the entries between two checkpoints: the stretch is named.
  return done(subject.lines.with(at + 1, JSON.stringify(forged)), provedFrom(subject, covering))
}

const truncation: Tamper = (subject, random) => {
  const { lines, entries, ledger } = subject
  const kept = random.below(entries.length)
  const last = ledger.checkpoints.at(-1)?.note ?? ''
  const turn = random.below(3)
  if (turn === 0) return done(lines.slice(0, kept + 1), kept)
  if (turn === 1) {
    // In the middle of a line, as a broken download ends.
    const whole = bytesOf(lines.slice(0, kept + 2))
    const half = 2 + random.below((lines[kept + 1] ?? '').length - 4)
    return { bytes: whole.subarray(0, whole.length - half), firstBad: kept, outside: [] }
  }
  // By somebody careful: heading and checkpoints agree with what was left. Only a checkpoint kept elsewhere tells.
  const heading = JSON.stringify({ ...ledger.header(), size: kept })
  const notes = ledger.checkpoints.filter(({ size }) => size <= kept)
  const careful = [
    heading,
    ...lines.slice(1, kept + 1),
    ...notes.map(({ note }) => checkpointLine(note)),
  ]
  return done(careful, kept, [last])
}

const swappedCheckpoint: Tamper = (subject, random) => {
  const { lines, entries, ledger } = subject
  const { checkpoints } = ledger
  const first = random.below(checkpoints.length - 1)
  const second = first + 1 + random.below(checkpoints.length - first - 1)
  const line = (nth: number) => entries.length + 1 + nth
  const one = checkpoints[first]
  const other = checkpoints[second]
  if (one === undefined || other === undefined) throw new Error('There is no such checkpoint')
  const turn = random.below(4)
  if (turn === 0) {
    const swapped = lines.with(line(first), lines[line(second)] ?? '')
    return done(swapped.with(line(second), lines[line(first)] ?? ''), provedFrom(subject, first))
  }
  if (turn === 1)
    return done(lines.with(line(second), lines[line(first)] ?? ''), provedFrom(subject, second))
  if (turn === 2) {
    // The text of the one under the signature of the other.
    const note = `${one.note.split('\n\n')[0]}\n\n${other.note.split('\n\n')[1]}`
    return done(lines.with(line(first), checkpointLine(note)), provedFrom(subject, first))
  }
  // Of a forked ledger, signed by the right key.
  const text = checkpointText(one.size, random.bytes(32), Date.UTC(2026, 10, 2, 8, 0, first))
  return done(
    lines.with(line(first), checkpointLine(ledger.key.sign(text))),
    provedFrom(subject, first),
  )
}

const oldKey: Tamper = (subject, random) => {
  const { lines, entries, ledger, otherKey } = subject
  const resigned = ({ note }: { note: string }) =>
    checkpointLine(otherKey.sign(`${note.split('\n\n')[0]}\n`))
  if (random.below(2) === 0) {
    const heading = JSON.stringify({ ...ledger.header(), key: otherKey.text })
    return done(
      [heading, ...lines.slice(1, entries.length + 1), ...ledger.checkpoints.map(resigned)],
      0,
    )
  }
  const nth = random.below(ledger.checkpoints.length)
  const { [nth]: chosen = { note: '' } } = ledger.checkpoints
  return done(lines.with(entries.length + 1 + nth, resigned(chosen)), provedFrom(subject, nth))
}

const editedProof: Tamper = ({ ledger, entries }, random) => {
  const chosen = [...new Set(Array.from({ length: 8 }, () => random.below(entries.length)))]
  chosen.sort((a, b) => a - b)
  const older = random.pick(ledger.checkpoints.slice(0, -1))
  const lines = selectionLines(ledger, entries, chosen, [older.size])
  const linking = random.below(5) === 0
  const line = linking ? lines.length - 1 : 1 + random.below(chosen.length)
  const { proof, ...rest } = JSON.parse(lines[line] ?? '{}')
  const edited = editProof(proof, random)
  const firstBad = linking ? (chosen[0] ?? 0) : (chosen[line - 1] ?? 0)
  return done(lines.with(line, JSON.stringify({ ...rest, proof: edited })), firstBad, [older.note])
}

function editProof(proof: readonly string[], random: SeededRandom): string[] {
  const turn = proof.length === 0 ? 0 : random.below(4)
  const at = random.below(Math.max(1, proof.length))
  if (turn === 0) return proof.toSpliced(at, 0, random.hex(32))
  if (turn === 1) return proof.toSpliced(at, 1)
  if (turn === 2 && proof.length > 1) return [...proof.slice(1), proof[0] ?? '']
  const node = Buffer.from(proof[at] ?? '', 'hex')
  node[random.below(32)] = (node[random.below(32)] ?? 0) ^ 0xff
  return proof[at] === node.toString('hex')
    ? proof.toSpliced(at, 1)
    : proof.with(at, node.toString('hex'))
}

export const EXPORT_TAMPERINGS: Readonly<Record<string, Tamper>> = {
  'bit flip': bitFlip,
  deletion,
  reorder,
  insertion,
  rewriting,
  truncation,
  'swapped checkpoint': swappedCheckpoint,
  'old key': oldKey,
  'edited proof': editedProof,
}
