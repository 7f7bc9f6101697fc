import type { Endpoint, EndpointMatches } from '@/lib/contract/directory-endpoint'
import type { FocusCall, FocusClient } from './client'
import type { Clock } from './clock'
import { comparable, spellings } from './endpoint-values'
import { toEndpoint } from './wire/endpoint'
import { readReply } from './wire/row'

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
    const { matches } = await this.find(wanted, call)
    for (const { value, endpoints } of matches) {
      const ids = endpoints.map(({ endpointId }) => endpointId)
      found.set(value, ids)
      this.#remember(value, ids)
    }
    return [...new Set([...found.values()].flat())]
  }

  /** What each value is, in the order given, whatever its spelling; each asked of Focus anew. */
  async find(values: readonly string[], call: FocusCall): Promise<EndpointMatches> {
    const known = new Map<string, Map<number, Endpoint>>()
    let unreadable = 0
    for (const request of this.requestsFor(values)) {
      const reply = await this.#client.rows('getEndpoints', request, call)
      const read = readReply(reply, toEndpoint)
      unreadable += read.unreadable
      for (const endpoint of read.rows) {
        if (endpoint.value === null) continue
        const key = comparable(endpoint.value)
        known.set(key, (known.get(key) ?? new Map()).set(endpoint.endpointId, endpoint))
      }
    }
    const matches = values.map((value) => {
      const keys = spellings(value, this.#defaultCountry).map(comparable)
      const endpoints = new Map(keys.flatMap((key) => [...(known.get(key) ?? [])]))
      return { value, endpoints: [...endpoints.values()] }
    })
    return { matches, unreadable }
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
