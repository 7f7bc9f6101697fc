import type { Mismatch, MismatchKind } from './model'

/** What may be kept of a mismatch: its kind and the SHA-256 of its key, in hex. No name can be read out of it. */
export type KeptFault = { kind: MismatchKind; hash: string }

/** So many are hashed at a time: every hash under way is a task of the platform's, with memory of its own. */
const AT_ONCE = 1_000
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The faults of a run as they may be kept, in the order of the mismatches. */
export async function keptFaults(mismatches: readonly Mismatch[]): Promise<KeptFault[]> {
  const faults: KeptFault[] = []
  for (let from = 0; from < mismatches.length; from += AT_ONCE) {
    const some = mismatches.slice(from, from + AT_ONCE)
    const hashes = await Promise.all(some.map(({ key }) => sha256(key)))
    for (const [at, { kind }] of some.entries()) faults.push({ kind, hash: hashes[at] ?? '' })
  }
  return faults
}

/** SHA-256 in hex, of a text as UTF-8 or of bytes. */
export async function sha256(of: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof of === 'string' ? new TextEncoder().encode(of) : of
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  let hex = ''
  for (const byte of digest) hex += HEX[byte]
  return hex
}
