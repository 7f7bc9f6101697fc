import type { Endpoint } from '@/lib/contract/directory-endpoint'

/** Those of a list by when they were last seen, each with its place in that list: a link to it says where it stands there. */
export function longestSilentFirst(
  list: readonly Endpoint[],
): readonly { endpoint: Endpoint; row: number }[] {
  const seen = ({ lastSeenUtc }: Endpoint) => lastSeenUtc ?? ''
  return list
    .map((endpoint, row) => ({ endpoint, row }))
    .sort((a, b) => {
      const [one, other] = [seen(a.endpoint), seen(b.endpoint)]
      return one === other ? 0 : one < other ? -1 : 1
    })
}
