import { clsx } from 'clsx'
import { Parties, partyText } from '@/components/parties/parties'
import type { TableColumn } from '@/components/table/table-column'
import type { AccessEvent } from '@/lib/contract/access-event'
import { formatInstant, otherZone, wallClock, type Zone } from '@/lib/format/instant'
import {
  accessorName,
  actionWords,
  deedOf,
  endedWords,
  seenWords,
  shortName,
  whoWords,
} from './event-words'
import { Heard } from './heard-bar'

const DASH = <span className="text-muted">—</span>

/** `23 Nov`, and with its year where that is not the present one. */
export function dayText(utc: string, zone: Zone, nowUtc: string): string {
  const sameYear = wallClock(utc, zone)?.year === wallClock(nowUtc, zone)?.year
  return formatInstant(utc, zone, sameYear ? 'short-date' : 'date')
}

function When({ event, zone }: { event: AccessEvent; zone: Zone }) {
  return (
    <time
      dateTime={event.timeUtc}
      title={`${formatInstant(event.timeUtc, zone, 'full')} · ${otherZone(event.timeUtc, zone)}`}
      className="truncate tabular-nums"
    >
      {dayText(event.timeUtc, zone, new Date().toISOString())}{' '}
      <span className="font-semibold">{formatInstant(event.timeUtc, zone, 'time')}</span>
    </time>
  )
}

function Who({ event }: { event: AccessEvent }) {
  const { who, throughServiceUser, unexplained } = event
  const title = unexplained
    ? 'Focus names its service user, and no entry of the ledger explains it'
    : who.kind === 'focus-user'
      ? `${accessorName(event)}, a user of Focus itself`
      : whoWords(event)
  return (
    <span
      className={clsx(
        'truncate',
        unexplained ? 'font-semibold text-danger' : who.kind === 'nobody' && 'text-muted',
      )}
      title={title}
    >
      {shortName(event)}
      {throughServiceUser && who.kind === 'person' && (
        <span className="sr-only">, through the service user</span>
      )}
    </span>
  )
}

function What({ event }: { event: AccessEvent }) {
  const deed = deedOf(event)
  return (
    <span
      className={clsx(
        'truncate',
        event.decision === 'refused'
          ? 'text-danger'
          : deed === 'take'
            ? 'text-overlap'
            : deed === 'play'
              ? 'text-accent'
              : 'text-muted',
      )}
    >
      {actionWords(event)}
    </span>
  )
}

/** The call in words: its parties, else its id, else nothing. */
export function callText(event: AccessEvent): string {
  if (event.call !== null && event.call.parties.length > 0) return partyText(event.call)
  return event.recordingId === null ? '' : `recording ${event.recordingId}`
}

function WhoseCall({ event }: { event: AccessEvent }) {
  if (event.call !== null && event.call.parties.length > 0)
    return <Parties recording={event.call} />
  if (event.recordingId === null) return DASH
  return <span className="truncate text-muted tabular-nums">recording {event.recordingId}</span>
}

/** The first entry of the ledger of it; null where only Focus knows of it. */
export function entryOf(event: AccessEvent): number | null {
  return event.entries[0] ?? null
}

/** Why it was done, as the reader said: `Complaint review, C-2291`; empty where nobody asked. */
export function reasonText(event: AccessEvent): string {
  const { purpose, caseNumber } = event
  return [purpose, caseNumber && `case ${caseNumber}`].filter((part) => part).join(', ')
}

/** The columns of accesses. Instants are shown in `zone`; `compact` is for one recording, whose call needs no telling. */
export function auditColumns(zone: Zone, compact: boolean): TableColumn<AccessEvent>[] {
  const columns: TableColumn<AccessEvent>[] = [
    {
      id: 'when',
      label: 'When',
      width: 164,
      minWidth: 80,
      sortsFirst: 'desc',
      fixed: true,
      cell: (row) => <When event={row} zone={zone} />,
    },
    { id: 'who', label: 'Who', width: 120, minWidth: 70, cell: (row) => <Who event={row} /> },
    { id: 'what', label: 'What', width: 134, minWidth: 70, cell: (row) => <What event={row} /> },
    {
      id: 'call',
      label: 'Whose call',
      width: 180,
      minWidth: 100,
      grows: 3,
      cell: (row) => <WhoseCall event={row} />,
    },
    {
      id: 'heard',
      label: 'Heard',
      width: 150,
      minWidth: 150,
      ...(compact && { grows: 2 }),
      sortsFirst: 'desc',
      cell: (row) => <Heard event={row} />,
    },
    {
      id: 'seen',
      label: 'Seen in',
      width: 104,
      cell: (row) => <span className="truncate text-muted">{seenWords(row.seenIn)}</span>,
    },
    {
      id: 'entry',
      label: 'Entry',
      width: 60,
      align: 'right',
      cell: (row) =>
        entryOf(row) === null ? (
          DASH
        ) : (
          <span className="text-muted tabular-nums">{entryOf(row)}</span>
        ),
    },
    {
      id: 'reason',
      label: 'Reason',
      width: 180,
      extra: true,
      cell: (row) => <span className="truncate">{reasonText(row) || '—'}</span>,
    },
    {
      id: 'address',
      label: 'Address',
      width: 116,
      extra: true,
      cell: (row) => <span className="tabular-nums">{row.address ?? '—'}</span>,
    },
    {
      id: 'ended',
      label: 'Ended',
      width: 150,
      extra: true,
      cell: (row) => <span className="truncate text-muted">{endedWords(row) ?? '—'}</span>,
    },
    {
      id: 'recording',
      label: 'Recording',
      width: 96,
      align: 'right',
      extra: true,
      cell: (row) => <span className="tabular-nums">{row.recordingId ?? '—'}</span>,
    },
  ]
  return compact
    ? columns.filter((column) => column.id !== 'call' && column.id !== 'recording')
    : columns
}
