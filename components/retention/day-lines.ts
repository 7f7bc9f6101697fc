import type { ExpiryCount } from '@/lib/contract/retention'

/** How many of one group and kind, in both worlds. */
export type DayLine = {
  retentionGroupId: number | null
  kind: string | null
  now: number
  moved: number
}

/** One day's counts by group and kind, most first; what is on hold apart from the rest. */
export function dayLines(
  counts: Iterable<ExpiryCount>,
  day: string,
): { due: DayLine[]; held: DayLine[] } {
  const due = new Map<string, DayLine>()
  const held = new Map<string, DayLine>()
  for (const count of counts) {
    if (count.day !== day) continue
    const { retentionGroupId, kind } = count
    const lines = count.held ? held : due
    const key = JSON.stringify([retentionGroupId, kind])
    const line = lines.get(key) ?? { retentionGroupId, kind, now: 0, moved: 0 }
    line[count.world === 'now' ? 'now' : 'moved'] += count.recordings
    lines.set(key, line)
  }
  const sorted = (lines: Map<string, DayLine>) =>
    [...lines.values()].sort((a, b) => b.now + b.moved - (a.now + a.moved))
  return { due: sorted(due), held: sorted(held) }
}
