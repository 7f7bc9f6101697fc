/** What has been asked of the sandbox since it started. */
export type Stats = {
  /** Calls by path, whatever was answered. */
  calls: Record<string, number>
  /** Answers by status. */
  statuses: Record<string, number>
  authentications: number
  /** Audio requests that were answered with media. */
  playEvents: number
  /** Media streams the reader left before the end. */
  abortedStreams: number
  /** Any answers the reader left before they were given. */
  abortedCalls: number
  /** Requests being answered now. */
  inFlight: number
  rowsDerived: number
}

export function makeUsage(rowsDerived: () => number) {
  const counts = {
    calls: {} as Record<string, number>, // grows by the fifteen paths only
    statuses: {} as Record<string, number>, // grows by the statuses in use only
    authentications: 0,
    playEvents: 0,
    abortedStreams: 0,
    abortedCalls: 0,
    inFlight: 0,
  }
  const bump = (list: Record<string, number>, key: string) => {
    list[key] = (list[key] ?? 0) + 1
  }
  return {
    counts,
    call: (path: string) => bump(counts.calls, path),
    status: (status: number) => bump(counts.statuses, String(status)),
    stats: (): Stats => ({
      ...counts,
      calls: { ...counts.calls },
      statuses: { ...counts.statuses },
      rowsDerived: rowsDerived(),
    }),
  }
}
export type Usage = ReturnType<typeof makeUsage>
