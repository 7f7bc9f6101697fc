/** A stream of numbers that seems random and is the same for the same seeds (mulberry32 over a mixed seed). */
export class SeededRandom {
  private state: number

  constructor(...seeds: number[]) {
    let mixed = 0x9e3779b9
    for (const seed of seeds) {
      // Both halves count, so that seeds beyond 32 bits still differ.
      for (const part of [seed | 0, Math.floor(seed / 0x100000000) | 0]) {
        mixed = Math.imul(mixed ^ part, 0x85ebca6b)
        mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
        mixed ^= mixed >>> 16
      }
    }
    this.state = mixed
  }

  /** At least 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** At least `low`, below `high`. */
  between(low: number, high: number): number {
    return low + this.next() * (high - low)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** One of the list, never the same as `but` while there is another. */
  pick<T>(list: readonly T[], but?: T): T {
    const index = Math.floor(this.next() * list.length)
    const found = list[index] === but ? list[(index + 1) % list.length] : list[index]
    if (found === undefined) throw new RangeError('Nothing to pick from')
    return found
  }
}
