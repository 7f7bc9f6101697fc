import { hexOf, hmac, sha256, utf8 } from './sha256.mjs'

/** Signed notes (c2sp.org/signed-note), checkpoints (c2sp.org/tlog-checkpoint), tree proofs (RFC 9162, 2.1). */

const half = (number) => Math.floor(number / 2)
const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Bytes of hex; nothing for what is none. */
export function bytesOfHex(hex) {
  const pairs = /^([0-9a-f]{2})*$/.test(hex) ? (hex.match(/../g) ?? []) : []
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16))
}

export const bytesOfBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

const nodeHash = (left, right) => sha256(NODE, left, right)
export const leafHash = (leaf) => sha256(LEAF, utf8(leaf))

/** The root an inclusion proof leads to, hex (section 2.1.3.2); null when it has the wrong length. */
export function rootByInclusion(index, size, leaf, proof) {
  if (index >= size) return null
  let fn = index
  let sn = size - 1
  let root = leaf
  for (const hex of proof) {
    if (sn === 0) return null
    const sibling = bytesOfHex(hex)
    if (fn % 2 === 1 || fn === sn) {
      root = nodeHash(sibling, root)
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else root = nodeHash(root, sibling)
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 ? hexOf(root) : null
}

/** Whether the first `from` leaves of the tree of `to` leaves are the tree of `from` (section 2.1.4.2). Roots and proof in hex. */
export function isConsistent(from, to, fromRoot, toRoot, proof) {
  if (from === to) return proof.length === 0 && fromRoot === toRoot
  if (from <= 0 || from > to) return false
  const path = proof.map(bytesOfHex)
  let fn = from - 1
  let sn = to - 1
  while (fn % 2 === 1) {
    fn = half(fn)
    sn = half(sn)
  }
  if (fn === 0) path.unshift(bytesOfHex(fromRoot))
  if (path.length === 0) return false
  let [fr] = path
  let sr = fr
  for (const node of path.slice(1)) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(node, fr)
      sr = nodeHash(node, sr)
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else sr = nodeHash(sr, node)
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && hexOf(fr) === fromRoot && hexOf(sr) === toRoot
}

/** Reads a verifier key `name+id+base64` of Ed25519. Throws with a sentence. */
export function readKey(text) {
  const [, name, id, data] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? []
  if (name === undefined) throw new Error('The key cannot be read.')
  const bytes = bytesOfBase64(data)
  if (bytes.length !== 33 || bytes[0] !== 1) throw new Error('The key is no Ed25519 key.')
  if (hexOf(sha256(`${name}\n`, bytes).subarray(0, 4)) !== id)
    throw new Error('The id of the key is not that of its bytes.')
  return { name, id, publicKey: bytes.subarray(1) }
}

/** Whether this browser can check Ed25519 here; it cannot on a page that came by plain http from another machine. */
export async function canCheckSignatures() {
  try {
    const key = bytesOfHex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a')
    await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify'])
    return true
  } catch {
    return false
  }
}

/**
 * The text of a signed note that the key signed. Where signatures cannot be checked the text comes unchecked, for that is
 * said once for the whole page. Throws with what is wrong.
 */
export async function openNote(note, key, canCheck) {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) throw new Error('is no signed note')
  const text = note.slice(0, end + 1)
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name, data] = /^\u2014 ([^+\s]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? []
    if (name !== key.name) continue
    const bytes = bytesOfBase64(data)
    if (hexOf(bytes.subarray(0, 4)) !== key.id) continue
    if (!canCheck) return text
    const publicKey = await crypto.subtle.importKey(
      'raw',
      key.publicKey,
      { name: 'Ed25519' },
      false,
      ['verify'],
    )
    const good = await crypto.subtle.verify('Ed25519', publicKey, bytes.subarray(4), utf8(text))
    if (!good) throw new Error('has a wrong signature')
    return text
  }
  throw new Error('is not signed by the key of this package')
}

/** A checkpoint's size and root in hex, once its note is open. Throws with what is wrong. */
export function readCheckpoint(text) {
  const [origin, size, root, ...more] = text.split('\n')
  if (!/^(0|[1-9]\d*)$/.test(size ?? '')) throw new Error('is no checkpoint')
  const time = more.find((line) => line.startsWith('time '))?.slice(5) ?? null
  return { origin, size: Number(size), rootHash: hexOf(bytesOfBase64(root)), timeUtc: time }
}

const COMMITMENT_OF = {
  actor: (leaf) => leaf.actor,
  query: (leaf) => leaf.object?.query,
  purpose: (leaf) => leaf.purpose,
  address: (leaf) => leaf.origin?.address,
  agent: (leaf) => leaf.origin?.agent,
  whose: (leaf) => leaf.whose,
}

/** Fields of an entry whose clear text is not what the leaf committed to. */
export function wrongTexts(leaf, personal) {
  return Object.entries(personal).flatMap(([field, { salt, text }]) => {
    const commitment = Object.hasOwn(COMMITMENT_OF, field)
      ? COMMITMENT_OF[field](leaf)?.commitment
      : undefined
    return commitment === hexOf(hmac(bytesOfHex(salt), text)) ? [] : [field]
  })
}
