import { nodeHash } from './merkle'

/** Hashes of complete subtrees: the 2^level leaves from position · 2^level on. */
export type NodeSource = { node(level: number, position: number): Promise<Buffer> }

/** MTH of the leaves from `start` to `end`, exclusive; `start` is a multiple of the power of two that holds them. */
async function rangeHash(tree: NodeSource, start: number, end: number): Promise<Buffer> {
  const count = end - start
  const level = Math.ceil(Math.log2(count))
  const width = 2 ** level
  if (width === count) return tree.node(level, start / width)
  const middle = start + width / 2
  return nodeHash(
    await tree.node(level - 1, start / (width / 2)),
    await rangeHash(tree, middle, end),
  )
}

/** The largest power of two below a count of at least two. */
const split = (count: number) => 2 ** (Math.ceil(Math.log2(count)) - 1)

/** Root of the first `size` leaves, of which there is at least one. */
export const rootOf = (tree: NodeSource, size: number): Promise<Buffer> => rangeHash(tree, 0, size)

/** The inclusion proof of a leaf in the tree of the first `size` leaves, leaf to root (RFC 9162, 2.1.3.1). */
export async function inclusionProof(
  tree: NodeSource,
  index: number,
  size: number,
): Promise<Buffer[]> {
  const ranges: [number, number][] = []
  for (let start = 0, end = size; end - start > 1; ) {
    const middle = start + split(end - start)
    if (index < middle) {
      ranges.push([middle, end])
      end = middle
    } else {
      ranges.push([start, middle])
      start = middle
    }
  }
  return hashesOf(tree, ranges.reverse())
}

/** The consistency proof of the tree of `from` leaves, at least one, with that of `to` (RFC 9162, 2.1.4.1). */
export async function consistencyProof(
  tree: NodeSource,
  from: number,
  to: number,
): Promise<Buffer[]> {
  const ranges: [number, number][] = []
  let whole = true
  let [start, end] = [0, to]
  while (from < end) {
    const middle = start + split(end - start)
    if (from <= middle) {
      ranges.push([middle, end])
      end = middle
    } else {
      ranges.push([start, middle])
      start = middle
      whole = false
    }
  }
  if (!whole) ranges.push([start, end])
  return hashesOf(tree, ranges.reverse())
}

/** One after the other: each leaves groups of hashes behind that the next needs too. */
async function hashesOf(tree: NodeSource, ranges: [number, number][]): Promise<Buffer[]> {
  const hashes: Buffer[] = []
  for (const [start, end] of ranges) hashes.push(await rangeHash(tree, start, end))
  return hashes
}
