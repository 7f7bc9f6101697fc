import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { DATABASE_KINDS, TestDatabases } from '@/tests/ledger-databases'
import { deed, ledgerOver, newKey } from '@/tests/ledger-deeds'
import { isConsistent, rootByInclusion } from '@/verifier/ledger-verify.mjs'
import { Frontier, leafHash } from './merkle'
import { consistencyProof, inclusionProof, rootOf } from './proof'
import { StoredTree } from './stored-tree'

const databases = new TestDatabases()
afterAll(() => databases.close())

/** Beyond the first group of sixteen; each of some hundred proofs asks the database. */
const SIZE = 22
const LARGE = 300
const key = newKey()

/** MTH as RFC 9162, 2.1.1 defines it, word by word. */
function rootByDefinition(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (only === undefined) return createHash('sha256').digest()
  if (leaves.length === 1) return only
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return createHash('sha256')
    .update(Buffer.from([1]))
    .update(rootByDefinition(leaves.slice(0, half)))
    .update(rootByDefinition(leaves.slice(half)))
    .digest()
}

describe.each(DATABASE_KINDS)('the tree in %s', (kind) => {
  test(`proves every leaf and every pair of sizes up to ${SIZE}`, async () => {
    const { db } = await databases.make(kind)
    // Batches of odd sizes: groups of sixteen become complete in the middle of one.
    const ledger = await ledgerOver(db, { key, batch: { waitMs: 1, entries: 7 } })
    await Promise.all(Array.from({ length: SIZE }, () => ledger.record(deed())))
    const rows = await db.selectFrom('ledgerEntry').select('leaf').orderBy('sequence').execute()
    const leaves = rows.map((row) => leafHash(row.leaf))
    expect(leaves).toHaveLength(SIZE)

    const source = new StoredTree().through(db)
    const roots = Array.from({ length: SIZE + 1 }, (_, size) =>
      rootByDefinition(leaves.slice(0, size)),
    )
    for (let size = 1; size <= SIZE; size++) {
      expect(await rootOf(source, size)).toEqual(roots[size])
      const frontier = await Frontier.load(size, (level, at) => source.node(level, at))
      expect(frontier.root()).toEqual(roots[size])
      for (let at = 0; at < size; at++) {
        const proof = await inclusionProof(source, at, size)
        const leaf = leaves[at] ?? Buffer.alloc(0)
        if (rootByInclusion(at, size, leaf, proof)?.equals(roots[size] ?? leaf) !== true)
          expect.fail(`inclusion of ${at} in ${size}`)
      }
      for (let from = 1; from <= size; from++) {
        const proof = await consistencyProof(source, from, size)
        const [older, newer] = [roots[from] ?? Buffer.alloc(0), roots[size] ?? Buffer.alloc(0)]
        if (!isConsistent(from, size, older, newer, proof))
          expect.fail(`consistency of ${from} with ${size}`)
      }
    }
    await ledger.stop()
  })

  test('proves across the edges of larger subtrees', async () => {
    const { db } = await databases.make(kind)
    const ledger = await ledgerOver(db, { key })
    await Promise.all(Array.from({ length: LARGE }, () => ledger.record(deed())))
    const rows = await db.selectFrom('ledgerEntry').select('leaf').orderBy('sequence').execute()
    const leaves = rows.map((row) => leafHash(row.leaf))
    const source = new StoredTree().through(db)
    for (const size of [255, 256, 257, 272, LARGE]) {
      const root = rootByDefinition(leaves.slice(0, size))
      expect(await rootOf(source, size)).toEqual(root)
      for (let at = size - 1; at >= 0; at -= 17) {
        const proof = await inclusionProof(source, at, size)
        expect(rootByInclusion(at, size, leaves[at] ?? root, proof)).toEqual(root)
        const older = rootByDefinition(leaves.slice(0, at + 1))
        const consistency = await consistencyProof(source, at + 1, size)
        expect(isConsistent(at + 1, size, older, root, consistency)).toBe(true)
      }
    }
    await ledger.stop()
  })
})
