/** What `ledger-verify.mjs` gives to programs. The file itself stands alone; this says its types. */
import type { KeyObject } from 'node:crypto'

export type VerifyOptions = {
  /** Verifier keys, `name+id+base64`, that are trusted; none takes the key the export names. */
  keys?: readonly string[]
  /** Notes of checkpoints that were kept elsewhere. */
  outside?: readonly string[]
}

export type Problem = { sequence: number; until: number; what: string }

export type Report = {
  status: 'sound' | 'tampered' | 'incomplete'
  /** The first bad sequence, or the first of a stretch that holds it up to `firstBadUntil`. */
  firstBad: number | null
  firstBadUntil: number | null
  /** False for a selection. */
  whole: boolean
  origin: string | null
  size: number
  entries: number
  checkpoints: number
  outsideCheckpoints: number
  lastCheckpoint: { size: number; rootHash: string; timeUtc: string } | null
  /** Entries newer than the last checkpoint. */
  unproved: number
  openIntents: number
  firstOpenIntent: number | null
  /** Checkpoints that a selection holds no consistency proof of. */
  unlinkedCheckpoints: number
  /** Of those that were kept elsewhere. */
  unreadableCheckpoints: number
  /** Clear texts checked, and commitments without one. */
  texts: number
  erasedTexts: number
  key: string | null
  keyTrusted: boolean
  problems: Problem[]
  problemCount: number
  notes: string[]
}

export type ExportHeader = {
  type: 'ledger'
  version: 1
  origin: string
  key: string
  size: number
  complete: boolean
  exportedUtc: string
}
export type ExportEntry = {
  type: 'entry'
  leaf: string
  personal: Record<string, { salt: string; text: string }>
  hash?: string
  proof?: string[]
}
export type ExportConsistency = { type: 'consistency'; from: number; to: number; proof: string[] }

export class LedgerCheck {
  constructor(options?: VerifyOptions)
  header(header: ExportHeader): void
  unreadable(what: string): void
  wrong(sequence: number, what: string, until?: number): void
  unproved(what: string): void
  entry(line: ExportEntry): void
  checkpoint(note: string): void
  consistency(line: ExportConsistency): void
  finish(): Report
}

export class GrowingTree {
  size: number
  add(hash: Buffer): void
  root(): Buffer
}

export type OpenedCheckpoint = { origin: string; size: number; root: Buffer; timeUtc: string }
export type VerifierKey = { text: string; name: string; id: string }

export function canonical(value: unknown): string
export function parseCanonical(text: string): unknown
export function leafHash(leaf: string | Buffer): Buffer
export function nodeHash(left: Buffer, right: Buffer): Buffer
export function rootByInclusion(
  index: number,
  size: number,
  leaf: Buffer,
  proof: readonly Buffer[],
): Buffer | null
export function isConsistent(
  from: number,
  to: number,
  fromRoot: Buffer,
  toRoot: Buffer,
  proof: readonly Buffer[],
): boolean
export function parseKey(text: string): VerifierKey
export function writeKey(name: string, publicKey: KeyObject): string
export function splitNotes(text: string): string[]
export function openNote(note: string, keys: readonly VerifierKey[]): string
export function openCheckpoint(note: string, keys: readonly VerifierKey[]): OpenedCheckpoint
export function verifyExport(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  options?: VerifyOptions,
): Promise<Report>
export function inWords(report: Report): string
export function exitStatus(report: Report): 0 | 1 | 2
export function main(args: readonly string[]): Promise<0 | 1 | 2 | 3>
