import type { z } from 'zod'

/** Something that this tab keeps over a reload; where storage is forbidden or full, until the page is left. Junk is nothing. */
export class TabMemory<T> {
  readonly #storedAs: string
  readonly #schema: z.ZodType<T>
  readonly #listeners = new Set<() => void>()
  /** Holds it where storage cannot, and keeps what is read from being read anew. */
  #held: { text: string | null; kept: T | null } = { text: null, kept: null }

  constructor(storedAs: string, schema: z.ZodType<T>) {
    this.#storedAs = storedAs
    this.#schema = schema
  }

  /** The same object until it is another. */
  readonly read = (): T | null => {
    let { text } = this.#held
    try {
      text = sessionStorage.getItem(this.#storedAs)
    } catch {
      // It is held until the page is left.
    }
    if (text !== this.#held.text) this.#held = { text, kept: this.#parse(text) }
    return this.#held.kept
  }

  /** Null forgets it. */
  write(kept: T | null): void {
    const text = kept === null ? null : JSON.stringify(kept)
    this.#held = { text, kept }
    try {
      if (text === null) sessionStorage.removeItem(this.#storedAs)
      else sessionStorage.setItem(this.#storedAs, text)
    } catch {
      // It is held until the page is left.
    }
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #parse(text: string | null): T | null {
    try {
      return this.#schema.safeParse(JSON.parse(text ?? 'null')).data ?? null
    } catch {
      return null
    }
  }
}
