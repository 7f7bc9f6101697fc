import type { MismatchRow } from './worker-messages'

/** Rows come in pages of so many. */
const PAGE = 200
/** So many pages are held; those longest unseen are let go of first. */
const MOST_HELD = 20

/** The rows of one list that are or were near the screen; the worker has the others. */
export class RowWindow {
  readonly #ask: (from: number, to: number) => Promise<readonly MismatchRow[]>
  readonly #pages = new Map<number, readonly MismatchRow[]>()
  readonly #asked = new Set<number>()
  readonly #listeners = new Set<() => void>()
  #version = 0

  /** `ask` for the rows from an index up to another, without that one; where it rejects they are still to be asked for. */
  constructor(ask: (from: number, to: number) => Promise<readonly MismatchRow[]>) {
    this.#ask = ask
  }

  /** Another number whenever rows have arrived. */
  readonly version = (): number => this.#version
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Undefined while it is on its way. */
  rowAt(index: number): MismatchRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE]
  }

  /** The rows at hand. */
  *rows(): Iterable<MismatchRow> {
    for (const page of this.#pages.values()) yield* page
  }

  /** The rows from one index to another are on screen: what is missing of them is asked for. */
  look(first: number, last: number): void {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      const held = this.#pages.get(page)
      if (held !== undefined) this.#hold(page, held)
      else if (!this.#asked.has(page)) void this.#load(page)
    }
  }

  async #load(page: number): Promise<void> {
    this.#asked.add(page)
    const rows = await this.#ask(page * PAGE, (page + 1) * PAGE).catch(() => null)
    this.#asked.delete(page)
    // Asked for anew as soon as the reader moves.
    if (rows === null) return
    this.#hold(page, rows)
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }

  #hold(page: number, rows: readonly MismatchRow[]): void {
    this.#pages.delete(page)
    this.#pages.set(page, rows)
    const [oldest] = this.#pages.keys()
    if (this.#pages.size > MOST_HELD && oldest !== undefined) this.#pages.delete(oldest)
  }
}
