/** One colour a series; the eighth and later share the last. Each stands 3:1 against the panel in both themes. */
export function seriesColour(at: number): string {
  return `var(--series-${Math.min(at, 6) + 1})`
}
