import { createHash } from 'node:crypto'

const sha256 = (...parts: Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** The largest power of two below `n`. */
function splitOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/**
 * The tree of RFC 9162 as its section 2.1 defines it, by recursion: slow, plain, and neither the writer's nor
 * the verifier's. Whole subtrees are remembered.
 */
export class SampleTree {
  readonly #leaves: Buffer[] = []
  readonly #whole = new Map<number, Buffer[]>()

  get size(): number {
    return this.#leaves.length
  }

  leafHash(leaf: string): string {
    return sha256(Buffer.of(0), Buffer.from(leaf)).toString('hex')
  }

  add(leaf: Uint8Array): Buffer {
    const hash = sha256(Buffer.of(0), leaf)
    this.#leaves.push(hash)
    return hash
  }

  /** MTH(D[start:start + n]), section 2.1.1. */
  head(start: number, n: number): Buffer {
    if (n === 0) return sha256()
    if (n === 1) return this.#leaves[start] ?? sha256()
    const k = splitOf(n)
    const make = () => sha256(Buffer.of(1), this.head(start, k), this.head(start + k, n - k))
    if (k * 2 !== n || start % n !== 0) return make()
    const level = this.#whole.get(n) ?? []
    this.#whole.set(n, level)
    const known = level[start / n] ?? make()
    level[start / n] = known
    return known
  }

  /** PATH(m, D[start:start + n]), section 2.1.3.1. */
  path(m: number, n: number, start = 0): Buffer[] {
    if (n === 1) return []
    const k = splitOf(n)
    if (m < k) return [...this.path(m, k, start), this.head(start + k, n - k)]
    return [...this.path(m - k, n - k, start + k), this.head(start, k)]
  }

  /** PROOF(m, D[n]), section 2.1.4.1. */
  consistency(m: number, n: number): Buffer[] {
    return m === n ? [] : this.#sub(m, n, 0, true)
  }

  #sub(m: number, n: number, start: number, whole: boolean): Buffer[] {
    if (m === n) return whole ? [] : [this.head(start, n)]
    const k = splitOf(n)
    if (m <= k) return [...this.#sub(m, k, start, whole), this.head(start + k, n - k)]
    return [...this.#sub(m - k, n - k, start + k, false), this.head(start, k)]
  }
}
