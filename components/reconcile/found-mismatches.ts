import { type Aside, asideAt } from '@/lib/reconcile/asides'
import type { KeptFault } from '@/lib/reconcile/key-hashes'
import { MISMATCH_KINDS, type Mismatch } from '@/lib/reconcile/model'
import { searchedText, toMismatchRow } from './mismatch-row'
import { placesWithin } from './place-ranges'
import { type RunMemory, type Since, setAside, takeBack } from './run-memory'
import { turnTaker } from './turns'
import type { Chosen, Detail, MismatchRow, Questions, Tally } from './worker-messages'

/** So many are looked at between two looks at the clock. */
const BLOCK = 500
/** The page may still show one list while it asks for the next. */
const LISTS_KEPT = 3
const NONE = new Uint32Array()

type Answer<Q extends keyof Questions> = Questions[Q]['answer']

/** Something could not be done, and the reader can be told why: by its text. */
export class NotDone extends Error {}

/**
 * What a run has found, kept where it was found: the page asks for lists of it by kind and words, and of a list for the
 * rows on screen. Mismatches are known by their place in the result; lists are in its order.
 */
export class FoundMismatches {
  readonly #mismatches: readonly Mismatch[]
  readonly #faults: readonly KeptFault[]
  readonly #since: ReadonlyMap<string, Since>
  readonly #lists = new Map<number, Uint32Array>()
  #asides: ReadonlyMap<string, Aside> = new Map()
  #memory: RunMemory
  #newest = 0

  /** `faults` are of the mismatches, in their order; `memory` is what is kept of the run. */
  constructor(
    mismatches: readonly Mismatch[],
    faults: readonly KeptFault[],
    since: ReadonlyMap<string, Since>,
    memory: RunMemory,
  ) {
    this.#mismatches = mismatches
    this.#faults = faults
    this.#since = since
    this.#memory = memory
    this.memory = memory
  }

  get memory(): RunMemory {
    return this.#memory
  }
  set memory(memory: RunMemory) {
    this.#memory = memory
    this.#asides = asideAt(memory.asides, new Date().toISOString())
  }

  /** How many there are of each kind that has any, and how many are set aside. */
  tally(): Tally {
    const open = new Map(MISMATCH_KINDS.map((kind) => [kind, 0]))
    for (const { kind, hash } of this.#faults)
      if (!this.#asides.has(hash)) open.set(kind, (open.get(kind) ?? 0) + 1)
    const openInAll = [...open.values()].reduce((sum, count) => sum + count, 0)
    return { open: [...open], aside: this.#faults.length - openInAll }
  }

  /** Makes a list. Letting others in now and then, it gives up where a newer one was asked for. */
  async list({ kind, words }: Questions['list']['of']): Promise<Answer<'list'>> {
    this.#newest += 1
    const list = this.#newest
    const turn = turnTaker()
    const found: number[] = []
    for (const [at, { kind: own, hash }] of this.#faults.entries()) {
      if (at % BLOCK === 0) {
        await turn()
        if (list !== this.#newest) return null
      }
      const aside = this.#asides.has(hash)
      if (kind === 'aside' ? !aside : aside || own !== kind) continue
      if (words.length === 0 || this.#has(at, words)) found.push(at)
    }
    this.#lists.set(list, Uint32Array.from(found))
    for (const old of this.#lists.keys()) if (old <= list - LISTS_KEPT) this.#lists.delete(old)
    return { list, count: found.length }
  }

  #has(at: number, words: readonly string[]): boolean {
    const mismatch = this.#mismatches[at]
    if (mismatch === undefined) return false
    const text = searchedText(mismatch)
    return words.every((word) => text.includes(word))
  }

  rows({ list, from, to }: Questions['rows']['of']): MismatchRow[] {
    return [...(this.#lists.get(list) ?? NONE).subarray(from, to)].flatMap((at) => {
      const mismatch = this.#mismatches[at]
      const since = this.#since.get(this.#faults[at]?.hash ?? '') ?? null
      return mismatch === undefined ? [] : toMismatchRow(mismatch, at, since)
    })
  }

  detail({ list, index }: Questions['detail']['of']): Detail | null {
    const at = this.#lists.get(list)?.[index]
    const mismatch = at === undefined ? undefined : this.#mismatches[at]
    if (at === undefined || mismatch === undefined) return null
    return { at, mismatch, aside: this.#asides.get(this.#faults[at]?.hash ?? '') ?? null }
  }

  count(chosen: Chosen): number {
    return this.#places(chosen).length
  }

  /** The chosen ones, or all that are not set aside, in their order. Throws `NotDone`. */
  chosen(chosen: Chosen | null): Mismatch[] {
    if (chosen !== null)
      return [...this.#placesKept(chosen)].flatMap((at) => this.#mismatches[at] ?? [])
    return this.#mismatches.filter((_, at) => !this.#asides.has(this.#faults[at]?.hash ?? ''))
  }

  /** Puts the chosen ones aside until an instant, and says how many that is. Throws `NotDone`. */
  setAside(chosen: Chosen, reason: string, untilUtc: string): number {
    const hashes = [...this.#placesKept(chosen)].flatMap((at) => this.#faults[at]?.hash ?? [])
    this.memory = setAside(this.#memory, hashes, reason, untilUtc)
    return hashes.length
  }

  takeBack(at: number): void {
    const hash = this.#faults[at]?.hash
    if (hash !== undefined) this.memory = takeBack(this.#memory, hash)
  }

  /** What is set aside, of this run or not. */
  asides(): Aside[] {
    return [...this.#asides.values()]
  }

  #placesKept(chosen: Chosen): Uint32Array {
    if (!this.#lists.has(chosen.list)) throw new NotDone('The list has changed: choose again.')
    return this.#places(chosen)
  }

  #places({ list, ranges }: Chosen): Uint32Array {
    const places = this.#lists.get(list) ?? NONE
    return ranges === null ? places : placesWithin(places, ranges)
  }
}
