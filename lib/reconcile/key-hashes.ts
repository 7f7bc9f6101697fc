import type { Mismatch, MismatchKind } from './model'

/** What may be kept of a mismatch: its kind and the SHA-256 of its key, in hex. No name can be read out of it. */
export type KeptFault = { kind: MismatchKind; hash: string }

/** The faults of a run as they may be kept, in the order of the mismatches. */
export function keptFaults(mismatches: readonly Mismatch[]): Promise<KeptFault[]> {
  return Promise.all(mismatches.map(async ({ kind, key }) => ({ kind, hash: await sha256(key) })))
}

/** SHA-256 in hex, of a text as UTF-8 or of bytes. */
export async function sha256(of: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof of === 'string' ? new TextEncoder().encode(of) : of
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
