const NONE: readonly number[] = []

/**
 * Which numbers belong to each place from 0 up to `size`: mostly one or none, so that a list of its own is only made for several.
 * Some hundred thousand small lists would cost more memory than what they are about.
 */
export class Links {
  readonly #first: Int32Array
  readonly #several = new Map<number, number[]>()

  constructor(size: number) {
    this.#first = new Int32Array(size).fill(-1)
  }

  /** A number is kept once. */
  add(place: number, linked: number): void {
    const first = this.#first[place]
    if (first === undefined || first === linked) return
    if (first === -1) {
      this.#first[place] = linked
      return
    }
    const several = this.#several.get(place)
    if (several === undefined) this.#several.set(place, [first, linked])
    else if (!several.includes(linked)) several.push(linked)
  }

  /** In the order they were added. */
  of(place: number): readonly number[] {
    const first = this.#first[place] ?? -1
    if (first === -1) return NONE
    return this.#several.get(place) ?? [first]
  }

  /** The only one; -1 for none, -2 for several. Makes no list. */
  only(place: number): number {
    const first = this.#first[place] ?? -1
    return first !== -1 && this.#several.size > 0 && this.#several.has(place) ? -2 : first
  }

  has(place: number): boolean {
    return (this.#first[place] ?? -1) !== -1
  }

  /** Places with several. */
  several(): IterableIterator<number> {
    return this.#several.keys()
  }
}
