import { roughDuration } from '@/lib/format/duration'
import { ChartTable } from './chart-table'
import type { Behind } from './recordings-behind'

type BusiestTableProps = {
  label: string
  head: string
  rows: readonly (Behind & { key: string; name: string; count: number; durationMs: number })[]
}

/** Who or what took part most often, with how long that was in all. */
export function BusiestTable({ label, head, rows }: BusiestTableProps) {
  return (
    <ChartTable
      label={label}
      heads={[head, 'Recordings', 'In all']}
      rows={rows.map(({ key, name, count, durationMs, ...behind }) => ({
        key,
        name,
        href: null,
        cells: [
          { count, ...behind },
          { count: durationMs, href: null, note: roughDuration(durationMs) },
        ],
      }))}
    />
  )
}
