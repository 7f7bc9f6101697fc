import type { TableColumn } from '@/components/table/table-column'
import { Badge } from '@/components/ui/badge'
import type { Since } from './run-memory'
import type { MismatchRow } from './worker-messages'

const SINCE_WORDS: Record<Since, string> = {
  new: 'new',
  'still-there': 'still there',
  returned: 'returned',
}

/** The columns of the mismatches. */
export const MISMATCH_COLUMNS: TableColumn<MismatchRow>[] = [
  {
    id: 'title',
    label: 'Who or what',
    width: 220,
    grows: 1,
    fixed: true,
    cell: ({ title }) => <span className="truncate font-medium">{title}</span>,
  },
  {
    id: 'hr',
    label: 'In HR',
    width: 200,
    grows: 1,
    cell: ({ hr }) => <span className="truncate text-muted">{hr}</span>,
  },
  {
    id: 'focus',
    label: 'In Focus',
    width: 200,
    grows: 1,
    cell: ({ focus }) => <span className="truncate">{focus}</span>,
  },
  {
    id: 'matched',
    label: 'Matched by',
    width: 130,
    cell: ({ matchedBy }) =>
      matchedBy === '—' ? <span className="text-muted">—</span> : <Badge>{matchedBy}</Badge>,
  },
  {
    id: 'since',
    label: 'Since last run',
    width: 110,
    align: 'right',
    cell: ({ since }) => (
      <span className={since === 'still-there' || since === null ? 'text-muted' : undefined}>
        {since === null ? '—' : SINCE_WORDS[since]}
      </span>
    ),
  },
]
