import type { TableColumn } from '@/components/table/table-column'
import { Badge } from '@/components/ui/badge'

/** What Focus does not say, or nobody has. */
export const DASH = <span className="text-muted">—</span>

/** A text that is cut where it does not fit. */
export function textCell(value: string | null) {
  return value === null ? DASH : <span className="truncate">{value}</span>
}

/** Whether Focus calls somebody or something active. */
export function activeColumn<T extends { active: boolean | null }>(): TableColumn<T> {
  return {
    id: 'active',
    label: 'Active',
    width: 76,
    sortsFirst: 'asc',
    cell: ({ active }) =>
      active === null ? DASH : active ? 'yes' : <Badge tone="warning">no</Badge>,
  }
}
