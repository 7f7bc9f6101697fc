import type { Checkpoint } from '@/lib/contract/ledger'
import type { NoteSigner } from './signed-note'

/** A signed tree head: a C2SP tlog-checkpoint with one extension line, `time <ISO UTC>`. */
export function signCheckpoint(
  signer: NoteSigner,
  head: { size: number; root: Buffer; timeMs: number },
): Checkpoint {
  const timeUtc = new Date(head.timeMs).toISOString()
  const text = `${signer.name}\n${head.size}\n${head.root.toString('base64')}\ntime ${timeUtc}\n`
  return { size: head.size, rootHash: head.root.toString('hex'), timeUtc, note: signer.sign(text) }
}

/** The checkpoint a note holds, its signature checked; null when it is not one of this signer's. */
export function openCheckpoint(signer: NoteSigner, note: string): Checkpoint | null {
  const [origin, size, root, time] = signer.open(note)?.split('\n') ?? []
  if (origin !== signer.name || size === undefined || root === undefined) return null
  const rootHash = Buffer.from(root, 'base64').toString('hex')
  if (!/^\d+$/.test(size) || rootHash.length !== 64 || !time?.startsWith('time ')) return null
  return { size: Number(size), rootHash, timeUtc: time.slice('time '.length), note }
}
