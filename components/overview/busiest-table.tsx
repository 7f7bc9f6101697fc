import { roughDuration } from '@/lib/format/duration'
import { ChartTable } from './chart-table'

type BusiestTableProps = {
  label: string
  head: string
  rows: readonly { key: string; name: string; count: number; durationMs: number; href: string }[]
}

/** Who or what took part most often, with how long that was in all. */
export function BusiestTable({ label, head, rows }: BusiestTableProps) {
  return (
    <ChartTable
      label={label}
      heads={[head, 'Recordings', 'In all']}
      rows={rows.map(({ key, name, count, durationMs, href }) => ({
        key,
        name,
        href: null,
        cells: [
          { count, href },
          { count: durationMs, href: null, note: roughDuration(durationMs) },
        ],
      }))}
    />
  )
}
