'use client'

import { BarChart3, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Segmented } from '@/components/ui/segmented'

type ChartCardProps = {
  title: string
  /** What a reader should know of the numbers. */
  note?: string | null
  /** Whether the table stands instead of the drawing. */
  asTable: boolean
  onAsTableChange: (asTable: boolean) => void
  chart: ReactNode
  table: ReactNode
  className?: string
}

/** One drawing with the table behind it. */
export function ChartCard(props: ChartCardProps) {
  const { title, note = null, asTable, onAsTableChange, chart, table, className } = props
  return (
    <section
      aria-label={title}
      className={`flex min-w-0 flex-col gap-2 border-line border-t px-4 pt-3 pb-4 ${className ?? ''}`}
    >
      <div className="flex items-center gap-3">
        <h2 className="truncate font-semibold">{title}</h2>
        {note !== null && <p className="text-[12px] text-muted">{note}</p>}
        <div className="ml-auto">
          <Segmented
            label={`${title} as`}
            size="sm"
            value={asTable ? 'table' : 'chart'}
            onValueChange={(as) => onAsTableChange(as === 'table')}
            options={[
              { value: 'chart', label: <BarChart3 size={13} aria-hidden />, name: 'Chart' },
              { value: 'table', label: <Table2 size={13} aria-hidden />, name: 'Table' },
            ]}
          />
        </div>
      </div>
      {asTable ? table : chart}
    </section>
  )
}
