import { Mail, Phone, Radio, Video, Voicemail } from 'lucide-react'
import { activeColumn } from '@/components/directory/cells'
import type { TableColumn } from '@/components/table/table-column'
import type { Endpoint } from '@/lib/contract/directory-endpoint'
import { formatInstant, otherZone, type Zone } from '@/lib/format/instant'
import { endpointName } from './endpoint-list'

const ICONS: Record<string, typeof Phone> = {
  phone: Phone,
  email: Mail,
  teams: Video,
  sip: Voicemail,
}

function Seen({ utc, zone }: { utc: string | null; zone: Zone }) {
  if (utc === null) return <span className="text-muted">never</span>
  return (
    <time
      dateTime={utc}
      title={`${formatInstant(utc, zone, 'full')} · ${otherZone(utc, zone)}`}
      className="tabular-nums"
    >
      {formatInstant(utc, zone, 'date')}
    </time>
  )
}

/** The columns of the list of endpoints. Instants are shown in `zone`; `retentionName` names a group. */
export function endpointColumns(
  zone: Zone,
  retentionName: (groupId: number) => string,
): TableColumn<Endpoint>[] {
  return [
    {
      id: 'value',
      label: 'Value',
      width: 200,
      minWidth: 120,
      grows: 2,
      fixed: true,
      sortsFirst: 'asc',
      cell: (row) => <span className="truncate font-medium tabular-nums">{endpointName(row)}</span>,
    },
    {
      id: 'type',
      label: 'Type',
      width: 96,
      sortsFirst: 'asc',
      cell: ({ type }) => {
        const Icon = ICONS[type ?? ''] ?? Radio
        return (
          <span className="flex items-center gap-1.5 truncate">
            <Icon size={14} aria-hidden className="shrink-0 text-muted" />
            {type ?? '—'}
          </span>
        )
      },
    },
    {
      id: 'owner',
      label: 'Owner',
      width: 160,
      minWidth: 80,
      grows: 1,
      sortsFirst: 'asc',
      cell: ({ personName, personId }) =>
        personId === null ? (
          <span className="text-external">nobody</span>
        ) : (
          <span className="truncate">{personName ?? `Person ${personId}`}</span>
        ),
    },
    activeColumn(),
    {
      id: 'first',
      label: 'First seen',
      width: 104,
      sortsFirst: 'asc',
      cell: ({ firstSeenUtc }) => <Seen utc={firstSeenUtc} zone={zone} />,
    },
    {
      id: 'last',
      label: 'Last seen',
      width: 104,
      sortsFirst: 'asc',
      cell: ({ lastSeenUtc }) => <Seen utc={lastSeenUtc} zone={zone} />,
    },
    {
      id: 'retention',
      label: 'Retention',
      width: 130,
      minWidth: 80,
      sortsFirst: 'asc',
      cell: ({ retentionGroupId }) =>
        retentionGroupId === null ? (
          <span className="text-muted">none of its own</span>
        ) : (
          <span className="truncate">{retentionName(retentionGroupId)}</span>
        ),
    },
    {
      id: 'id',
      label: 'Endpoint id',
      width: 92,
      align: 'right',
      extra: true,
      sortsFirst: 'asc',
      cell: ({ endpointId }) => <span className="tabular-nums">{endpointId}</span>,
    },
  ]
}
