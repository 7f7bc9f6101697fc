import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ProvenEntry } from '@/lib/contract/ledger'
import { leafHash, nodeHash } from '@/lib/ledger/merkle'
import { commitment } from '@/lib/ledger/personal'
import { NoteSigner } from '@/lib/ledger/signed-note'
import { checkProof, isSound } from './check-proof'

const signer = new NoteSigner('console.test', generateKeyPairSync('ed25519').privateKey)

/** Straight from the definitions of RFC 9162, 2.1.1 and 2.1.3.1; the product's own tree works otherwise. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (leaves.length === 1 && only !== undefined) return only
  const k = splitOf(leaves.length)
  return nodeHash(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)))
}
function pathOf(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return []
  const k = splitOf(leaves.length)
  return m < k
    ? [...pathOf(m, leaves.slice(0, k)), rootOf(leaves.slice(k))]
    : [...pathOf(m - k, leaves.slice(k)), rootOf(leaves.slice(0, k))]
}
function splitOf(size: number): number {
  let k = 1
  while (k * 2 < size) k *= 2
  return k
}

const salt = randomBytes(32)
const text = '{"name":"Łukasz Müller"}'
const leafText = (seq: number) =>
  `{"actor":{"commitment":"${commitment(salt, text)}"},"seq":${seq}}`

function proven(sequence: number, size: number): ProvenEntry {
  const leaves = Array.from({ length: size }, (_, seq) => leafHash(leafText(seq)))
  const root = rootOf(leaves)
  const timeUtc = '2026-11-23T17:59:00.000Z'
  return {
    sequence,
    timeUtc,
    phase: 'intent',
    action: 'play',
    leaf: leafText(sequence),
    leafHash: leafHash(leafText(sequence)).toString('hex'),
    personal: { actor: { salt: salt.toString('hex'), text } },
    proof: pathOf(sequence, leaves).map((hash) => hash.toString('hex')),
    checkpoint: {
      size,
      rootHash: root.toString('hex'),
      timeUtc,
      note: signer.sign(`console.test\n${size}\n${root.toString('base64')}\ntime ${timeUtc}\n`),
    },
  }
}

describe('a proof checked in the browser', () => {
  test('holds for every entry of trees of every shape', async () => {
    for (let size = 1; size <= 17; size += 1) {
      for (let sequence = 0; sequence < size; sequence += 1) {
        const check = await checkProof(proven(sequence, size), signer.verifierKey)
        expect(check).toEqual({
          leaf: true,
          included: true,
          stated: true,
          signed: true,
          personal: true,
        })
      }
    }
  })

  const given = proven(5, 11)
  const checkpoint = given.checkpoint ?? expect.fail('it has one')
  test.each<[string, Partial<ProvenEntry>, string]>([
    ['another leaf', { leaf: leafText(6) }, 'leaf'],
    ['another place', { sequence: 6 }, 'included'],
    ['a hash too few', { proof: given.proof?.slice(1) ?? null }, 'included'],
    ['a hash too many', { proof: [...(given.proof ?? []), '00'.repeat(32)] }, 'included'],
    ['another root', { checkpoint: { ...checkpoint, rootHash: '00'.repeat(32) } }, 'included'],
    [
      'a note of another size',
      { checkpoint: { ...checkpoint, note: checkpoint.note.replace('\n11\n', '\n12\n') } },
      'stated',
    ],
    [
      'a note that was changed',
      { checkpoint: { ...checkpoint, note: checkpoint.note.replace('17:59', '17:58') } },
      'signed',
    ],
    [
      'another name in clear',
      { personal: { actor: { salt: salt.toString('hex'), text: '{"name":"Somebody"}' } } },
      'personal',
    ],
  ])('%s is found', async (_, change, part) => {
    const check = await checkProof({ ...given, ...change }, signer.verifierKey)
    expect(check[part as keyof typeof check]).toBe(false) // the table names only parts
    expect(isSound(check)).toBe(false)
  })

  test('a signature by another key is found', async () => {
    const other = new NoteSigner('console.test', generateKeyPairSync('ed25519').privateKey)
    expect(await checkProof(given, other.verifierKey)).toMatchObject({ signed: false })
  })

  test('an entry that no checkpoint covers yet is proved as far as it can be', async () => {
    const check = await checkProof({ ...given, proof: null, checkpoint: null }, null)
    expect(check).toMatchObject({ leaf: true, included: null, signed: null })
    expect(isSound(check)).toBe(true)
  })

  test('an erased entry keeps its proof', async () => {
    const check = await checkProof({ ...given, personal: {} }, signer.verifierKey)
    expect(isSound(check)).toBe(true)
  })
})

test('the test’s own hash is the one of the RFC', () => {
  expect(leafHash('').toString('hex')).toBe(createHash('sha256').update('\0').digest('hex'))
})
