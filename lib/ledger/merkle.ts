import { createHash } from 'node:crypto'

const sha256 = () => createHash('sha256')
const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

/** SHA-256(0x00 ‖ leaf), the hash of a leaf (RFC 9162, 2.1.1). */
export const leafHash = (leaf: string): Buffer => sha256().update(LEAF).update(leaf).digest()

/** SHA-256(0x01 ‖ left ‖ right), the hash of a node (RFC 9162, 2.1.1). */
export const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  sha256().update(NODE).update(left).update(right).digest()

/** Root of the tree without leaves. */
export const emptyRoot = (): Buffer => sha256().digest()

/** Levels whose nodes are stored: a proof reads sixteen hashes for each. */
export const STORED_EVERY = 4

/** A complete subtree: the 2^level leaves from position · 2^level on. */
export type TreeNode = { level: number; position: number; hash: Buffer }

/** The right edge of a tree: what it takes to append to it and to know its root. Never changed in place. */
export class Frontier {
  readonly #peaks: readonly (Buffer | undefined)[]

  private constructor(
    readonly size: number,
    peaks: readonly (Buffer | undefined)[],
  ) {
    this.#peaks = peaks
  }

  static readonly empty = new Frontier(0, [])

  /** Of a tree of `size` leaves; `node` is asked for each complete subtree at its right edge. */
  static async load(
    size: number,
    node: (level: number, position: number) => Promise<Buffer>,
  ): Promise<Frontier> {
    const peaks: (Buffer | undefined)[] = []
    for (let level = 0, rest = size; rest > 0; level++, rest = Math.floor(rest / 2))
      peaks[level] = rest % 2 === 1 ? await node(level, rest - 1) : undefined
    return new Frontier(size, peaks)
  }

  /** The tree with these leaves more, and the nodes to store that became complete. */
  append(hashes: readonly Buffer[]): { frontier: Frontier; completed: TreeNode[] } {
    const peaks = [...this.#peaks]
    const completed: TreeNode[] = []
    let size = this.size
    for (const leaf of hashes) {
      let [hash, level, position] = [leaf, 0, size]
      for (let left = peaks[0]; left !== undefined; left = peaks[level]) {
        peaks[level] = undefined
        hash = nodeHash(left, hash)
        level += 1
        position = Math.floor(position / 2)
        if (level % STORED_EVERY === 0) completed.push({ level, position, hash })
      }
      peaks[level] = hash
      size += 1
    }
    return { frontier: new Frontier(size, peaks), completed }
  }

  root(): Buffer {
    let root: Buffer | undefined
    for (const peak of this.#peaks)
      if (peak !== undefined) root = root === undefined ? peak : nodeHash(peak, root)
    return root ?? emptyRoot()
  }
}
