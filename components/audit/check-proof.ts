import type { ProvenEntry } from '@/lib/contract/ledger'

/** What this browser found out about an entry by itself. */
export type ProofCheck = {
  /** The leaf hash is the hash of the entry's bytes. */
  leaf: boolean
  /** The entry lies under the checkpoint's root; null when no checkpoint covers it yet. */
  included: boolean | null
  /** The checkpoint's note states that root and that size. */
  stated: boolean | null
  /** The note's signature is that of the ledger's key; null when there is none or the browser knows no Ed25519. */
  signed: boolean | null
  /** Each personal field shown is the one that the entry commits to. */
  personal: boolean
}

/** Whether nothing that could be checked was wrong. */
export function isSound(check: ProofCheck): boolean {
  return (
    check.leaf && check.personal && ![check.included, check.stated, check.signed].includes(false)
  )
}

/**
 * Recomputes everything that proves an entry, with the browser's own cryptography and none of the server's answers taken on
 * trust: RFC 9162 sections 2.1.1 and 2.1.3.2, C2SP signed-note, and the commitments of verifier/README.md. `verifierKey` as
 * C2SP writes one; null leaves the signature unchecked. Rejects where the page has no Web Crypto (plain http).
 */
export async function checkProof(
  entry: ProvenEntry,
  verifierKey: string | null,
): Promise<ProofCheck> {
  const leafHash = await sha256(0, utf8(entry.leaf))
  const check: ProofCheck = {
    leaf: hex(leafHash) === entry.leafHash,
    included: null,
    stated: null,
    signed: null,
    personal: await personalHolds(entry),
  }
  const { checkpoint, proof } = entry
  if (checkpoint === null || proof === null) return check
  const root = await rootFrom(leafHash, entry.sequence, checkpoint.size, proof)
  check.included = root !== null && hex(root) === checkpoint.rootHash
  const [, size, rootBase64] = checkpoint.note.split('\n')
  check.stated =
    size === String(checkpoint.size) &&
    rootBase64 !== undefined &&
    hex(fromBase64(rootBase64)) === checkpoint.rootHash
  if (verifierKey !== null) check.signed = await isSigned(checkpoint.note, verifierKey)
  return check
}

/** RFC 9162, 2.1.3.2; null when the proof has the wrong length for its place. */
async function rootFrom(
  leafHash: Uint8Array<ArrayBuffer>,
  index: number,
  size: number,
  proof: readonly string[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (index >= size) return null
  let fn = index
  let sn = size - 1
  let hash = leafHash
  for (const node of proof) {
    if (sn === 0) return null
    const other = fromHex(node)
    if (fn % 2 === 1 || fn === sn) {
      hash = await sha256(1, other, hash)
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2)
        sn = Math.floor(sn / 2)
      }
    } else hash = await sha256(1, hash, other)
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return sn === 0 ? hash : null
}

async function isSigned(note: string, verifierKey: string): Promise<boolean | null> {
  const split = note.lastIndexOf('\n\n')
  const [name = '', id = '', ...rest] = verifierKey.split('+')
  const key = fromBase64(rest.join('+'))
  if (split < 0 || key[0] !== 1 || key.length !== 33) return false
  const line = note
    .slice(split + 2)
    .split('\n')
    .find((each) => each.startsWith(`— ${name} `))
  if (line === undefined) return false
  const signature = fromBase64(line.slice(line.lastIndexOf(' ') + 1))
  if (hex(signature.slice(0, 4)) !== id) return false
  let publicKey: CryptoKey
  try {
    publicKey = await crypto.subtle.importKey('raw', key.slice(1), 'Ed25519', false, ['verify'])
  } catch {
    return null // a browser without Ed25519; the verifier on the export still checks it
  }
  const text = utf8(note.slice(0, split + 1))
  return crypto.subtle.verify('Ed25519', publicKey, signature.slice(4), text)
}

/** Every commitment that stands in the leaf for a field that is shown must be that field's. */
async function personalHolds(entry: ProvenEntry): Promise<boolean> {
  for (const { salt, text } of Object.values(entry.personal)) {
    const key = await crypto.subtle.importKey(
      'raw',
      fromHex(salt),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    )
    const commitment = hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text))))
    if (!entry.leaf.includes(`"commitment":"${commitment}"`)) return false
  }
  return true
}

async function sha256(prefix: number, ...parts: Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0))
  bytes[0] = prefix
  let at = 1
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text))
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** Empty for what is no base64. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
