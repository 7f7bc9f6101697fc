import type { FocusCall, FocusClient } from './client'
import type { Clock } from './clock'
import { comparable, spellings } from './endpoint-values'
import { toEndpointValue } from './wire/endpoint'
import { readRows } from './wire/row'

const KEPT_MS = 60_000
const MOST_KEPT = 2_000
const MOST_ASKED = 200

/** Finds the endpoints of values in any spelling, and remembers them for a minute. */
export class EndpointLookup {
  readonly #client: FocusClient
  readonly #clock: Clock
  readonly #defaultCountry: string
  readonly #known = new Map<string, { ids: number[]; until: number }>()

  constructor(client: FocusClient, clock: Clock, defaultCountry: string) {
    this.#client = client
    this.#clock = clock
    this.#defaultCountry = defaultCountry
  }

  /** The bodies of the requests that `idsOf` would make with nothing remembered. */
  requestsFor(values: readonly string[]): { endpoints: string[] }[] {
    const asked = [...new Set(values.flatMap((value) => spellings(value, this.#defaultCountry)))]
    return Array.from({ length: Math.ceil(asked.length / MOST_ASKED) }, (_, index) => ({
      endpoints: asked.slice(index * MOST_ASKED, (index + 1) * MOST_ASKED),
    }))
  }

  /** The endpoints of all values together; a value that no endpoint has adds none. */
  async idsOf(values: readonly string[], call: FocusCall): Promise<number[]> {
    const now = this.#clock.now()
    const found = new Map<string, number[]>()
    for (const value of values) {
      const known = this.#known.get(value)
      if (known && known.until > now) found.set(value, known.ids)
    }
    const wanted = values.filter((value) => !found.has(value))
    const idsByValue = await this.#ask(wanted, call)
    for (const value of wanted) {
      const ids = spellings(value, this.#defaultCountry).flatMap(
        (spelling) => idsByValue.get(comparable(spelling)) ?? [],
      )
      found.set(value, ids)
      this.#remember(value, ids)
    }
    return [...new Set([...found.values()].flat())]
  }

  async #ask(values: readonly string[], call: FocusCall): Promise<Map<string, number[]>> {
    const idsByValue = new Map<string, number[]>()
    for (const request of this.requestsFor(values)) {
      const reply = await this.#client.rows('getEndpoints', request, call)
      for (const { id, value } of readRows(reply.rows, toEndpointValue).rows) {
        const key = comparable(value)
        idsByValue.set(key, [...(idsByValue.get(key) ?? []), id])
      }
    }
    return idsByValue
  }

  #remember(value: string, ids: number[]): void {
    this.#known.delete(value)
    this.#known.set(value, { ids, until: this.#clock.now() + KEPT_MS })
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST_KEPT) return
      this.#known.delete(oldest)
    }
  }
}
