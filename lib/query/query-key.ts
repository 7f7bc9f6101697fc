import type { ApiName } from '@/lib/contract/api'

/** The cache key of one call: its name in the contract, then its input. `[name]` alone matches every input. */
export function apiKey<N extends ApiName, I>(name: N, input: I): readonly [N, I] {
  return [name, input]
}
