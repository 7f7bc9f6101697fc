const NONE: readonly number[] = []

/** Which places hold a key: a map to one number mostly, to several where a key is not unique. */
export class Postings {
  readonly #places = new Map<string, number | number[]>()

  /** The same place twice in a row under one key is kept once. */
  add(key: string, place: number): void {
    const known = this.#places.get(key)
    if (known === undefined) this.#places.set(key, place)
    else if (typeof known === 'number') {
      if (known !== place) this.#places.set(key, [known, place])
    } else if (known.at(-1) !== place) known.push(place)
  }

  /** In the order they were added. */
  get(key: string): readonly number[] {
    const known = this.#places.get(key)
    if (known === undefined) return NONE
    return typeof known === 'number' ? [known] : known
  }

  /** The only one; -1 for none, -2 for several. Makes no list. */
  only(key: string): number {
    const known = this.#places.get(key)
    if (known === undefined) return -1
    return typeof known === 'number' ? known : -2
  }

  *several(): Generator<readonly number[]> {
    for (const places of this.#places.values()) if (typeof places !== 'number') yield places
  }
}
