import { describe, expect, test } from 'vitest'
import { SampleTree } from '@/bench/ledger-sample-tree'
import { Frontier, leafHash as ourLeafHash, nodeHash as ourNodeHash } from '@/lib/ledger/merkle'
import { consistencyProof, inclusionProof, rootOf } from '@/lib/ledger/proof'
import { GrowingTree, isConsistent, leafHash, rootByInclusion } from '@/verifier/ledger-verify.mjs'
import { CONSISTENCY, INCLUSION, LEAVES, ROOTS } from './certificate-transparency'

const hexOf = (nodes: readonly Buffer[]) => nodes.map((node) => node.toString('hex'))
const bytesOf = (proof: readonly string[]) => proof.map((node) => Buffer.from(node, 'hex'))
const root = (size: number) => Buffer.from(ROOTS[size] ?? '', 'hex')

/** What the ledger's proofs read nodes from, over hashes in memory. */
const sourceOf = (hashes: readonly Buffer[]) => ({
  async node(level: number, position: number): Promise<Buffer> {
    if (level === 0) return hashes[position] ?? Buffer.alloc(32)
    const left = await this.node(level - 1, position * 2)
    return ourNodeHash(left, await this.node(level - 1, position * 2 + 1))
  },
})

describe('the verifier by the known answers', () => {
  test('root of each size', () => {
    const tree = new GrowingTree()
    const roots = [tree.root()]
    for (const leaf of LEAVES) {
      tree.add(leafHash(leaf))
      roots.push(tree.root())
    }
    expect(hexOf(roots)).toEqual(ROOTS)
  })

  test.each(INCLUSION)('inclusion of $index in $size', ({ index, size, proof }) => {
    const leaf = leafHash(LEAVES[index] ?? '')
    expect(rootByInclusion(index, size, leaf, bytesOf(proof))).toEqual(root(size))
    const longer = [...bytesOf(proof), root(1)]
    expect(rootByInclusion(index, size, leaf, longer)).toBeNull()
    if (proof.length > 0) expect(rootByInclusion(index, size, leaf, [])).toBeNull()
    expect(rootByInclusion(size, size, leaf, bytesOf(proof))).toBeNull()
  })

  test.each(CONSISTENCY)('consistency of $from with $to', ({ from, to, proof }) => {
    expect(isConsistent(from, to, root(from), root(to), bytesOf(proof))).toBe(true)
    expect(isConsistent(from, to, root(from), root(to), [...bytesOf(proof), root(1)])).toBe(false)
    expect(isConsistent(from, to, root(0), root(to), bytesOf(proof))).toBe(false)
    expect(isConsistent(from, to, root(from), root(0), bytesOf(proof))).toBe(false)
    if (proof.length > 0) expect(isConsistent(from, to, root(from), root(to), [])).toBe(false)
  })
})

describe('the ledger by the known answers', () => {
  // Every byte of the vectors is ASCII.
  const all = LEAVES.map((leaf) => ourLeafHash(leaf.toString('ascii')))

  test('root of each size, appended one by one and all at once', () => {
    let tree = Frontier.empty
    const roots = [tree.root()]
    for (const hash of all) {
      tree = tree.append([hash]).frontier
      roots.push(tree.root())
    }
    expect(hexOf(roots)).toEqual(ROOTS)
    expect(Frontier.empty.append(all).frontier.root()).toEqual(root(8))
  })

  test.each(INCLUSION)('inclusion of $index in $size', async ({ index, size, proof }) => {
    expect(hexOf(await inclusionProof(sourceOf(all), index, size))).toEqual(proof)
  })

  test.each(CONSISTENCY)('consistency of $from with $to', async ({ from, to, proof }) => {
    expect(hexOf(await consistencyProof(sourceOf(all), from, to))).toEqual(proof)
  })
})

test('three implementations agree on every size up to 130, and every proof of it', async () => {
  const tree = new SampleTree()
  const hashes: Buffer[] = []
  const growing = new GrowingTree()
  const roots = [growing.root()]
  for (let size = 1; size <= 130; size += 1) {
    hashes.push(tree.add(Buffer.from(`leaf ${size}`)))
    growing.add(leafHash(`leaf ${size}`))
    roots.push(growing.root())
    const head = tree.head(0, size)
    const { frontier } = Frontier.empty.append(hashes)
    expect([growing.root(), frontier.root(), await rootOf(sourceOf(hashes), size)]).toEqual([
      head,
      head,
      head,
    ])
    for (const other of [1, 2, 3, 64, 65, size - 1, size].filter((n) => n >= 1 && n <= size)) {
      const path = tree.path(other - 1, size)
      expect(await inclusionProof(sourceOf(hashes), other - 1, size)).toEqual(path)
      expect(rootByInclusion(other - 1, size, leafHash(`leaf ${other}`), path)).toEqual(head)
      const proof = tree.consistency(other, size)
      expect(await consistencyProof(sourceOf(hashes), other, size)).toEqual(proof)
      expect(isConsistent(other, size, roots[other] ?? head, head, proof)).toBe(true)
    }
  }
})
