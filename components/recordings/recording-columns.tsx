import {
  ArrowLeft,
  ArrowLeftRight,
  ArrowRight,
  Headphones,
  Mail,
  MessageCircle,
  MessageSquare,
  MessageSquareText,
  MessagesSquare,
  Phone,
  Pilcrow,
  Radio,
  Video,
} from 'lucide-react'
import { tagName } from '@/components/filters/tag-name'
import { Parties } from '@/components/parties/parties'
import type { TableColumn } from '@/components/table/table-column'
import { Badge } from '@/components/ui/badge'
import type { Recording } from '@/lib/contract/recording'
import { formatDuration } from '@/lib/format/duration'
import { formatInstant, otherZone, type Zone } from '@/lib/format/instant'
import { kindLabel } from '@/lib/format/kind'
import { keptWords } from './kept'

const KIND_ICONS: Record<string, typeof Phone> = {
  phone: Phone,
  'contact-centre': Headphones,
  teams: Video,
  sms: MessageSquare,
  whatsapp: MessageCircle,
  chat: MessagesSquare,
  email: Mail,
}
const DIRECTION_ICONS: Record<string, typeof Phone> = {
  inbound: ArrowLeft,
  outbound: ArrowRight,
  internal: ArrowLeftRight,
}
const DASH = <span className="text-muted">—</span>

function Sign({ icon: Icon, label }: { icon: typeof Phone; label: string }) {
  return (
    <span title={label} className="inline-flex text-muted">
      <Icon size={14} aria-hidden />
      <span className="sr-only">{label}</span>
    </span>
  )
}

function Start({ recording, zone }: { recording: Recording; zone: Zone }) {
  if (recording.startUtc === null) return DASH
  return (
    <time
      dateTime={recording.startUtc}
      title={`${formatInstant(recording.startUtc, zone, 'full')} · ${otherZone(recording.startUtc, zone)}`}
      className="truncate tabular-nums"
    >
      {formatInstant(recording.startUtc, zone, 'short-date')}{' '}
      <span className="font-semibold">{formatInstant(recording.startUtc, zone, 'time')}</span>
    </time>
  )
}

function Kept({ recording, nowUtc, zone }: { recording: Recording; nowUtc: string; zone: Zone }) {
  if (recording.legalHold === true)
    return (
      <span className="font-semibold text-danger" title="On legal hold: it is not deleted">
        Hold
      </span>
    )
  if (recording.expiryUtc === null) return DASH
  return (
    <span
      className="text-muted tabular-nums"
      title={`Kept until ${formatInstant(recording.expiryUtc, zone, 'full')}`}
    >
      {keptWords(recording.expiryUtc, nowUtc)}
    </span>
  )
}

function direction(recording: Recording) {
  if (recording.direction === null) return DASH
  const Icon = DIRECTION_ICONS[recording.direction]
  return Icon ? <Sign icon={Icon} label={recording.direction} /> : recording.direction
}

/** The columns of the recordings list. Instants are shown in `zone`; `nowUtc` is what "kept" counts from. */
export function recordingColumns(zone: Zone, nowUtc: string): TableColumn<Recording>[] {
  return [
    {
      id: 'start',
      label: 'Start',
      width: 128,
      minWidth: 80,
      sortsFirst: 'desc',
      fixed: true,
      cell: (row) => <Start recording={row} zone={zone} />,
    },
    {
      id: 'kind',
      label: 'Kind',
      sign: '',
      width: 32,
      align: 'center',
      cell: (row) => (
        <Sign icon={KIND_ICONS[row.kind ?? ''] ?? Radio} label={kindLabel(row.kind)} />
      ),
    },
    {
      id: 'direction',
      label: 'Direction',
      sign: '',
      width: 32,
      align: 'center',
      cell: direction,
    },
    {
      id: 'parties',
      label: 'Parties',
      width: 240,
      minWidth: 120,
      grows: 3,
      cell: (row) => <Parties recording={row} />,
    },
    {
      id: 'length',
      label: 'Length',
      width: 76,
      align: 'right',
      sortsFirst: 'desc',
      cell: (row) =>
        row.durationMs === null || row.durationMs === 0 ? (
          DASH
        ) : (
          <span className="tabular-nums">{formatDuration(row.durationMs)}</span>
        ),
    },
    {
      id: 'tags',
      label: 'Tags',
      width: 180,
      minWidth: 60,
      grows: 2,
      cell: (row) => (
        <span className="flex gap-1 overflow-hidden" title={row.tags.join('\n')}>
          {[...new Set(row.tags)].map((tag) => (
            <Badge key={tag}>{tagName(tag)}</Badge>
          ))}
        </span>
      ),
    },
    {
      id: 'transcript',
      label: 'Transcript',
      sign: <Pilcrow size={13} />,
      width: 32,
      align: 'center',
      cell: (row) =>
        row.hasTranscript === true ? <Sign icon={Pilcrow} label="Transcript" /> : null,
    },
    {
      id: 'comments',
      label: 'Comments',
      sign: <MessageSquareText size={13} />,
      width: 36,
      align: 'right',
      cell: (row) =>
        row.commentCount === null || row.commentCount === 0 ? null : (
          <span className="text-muted tabular-nums">{row.commentCount}</span>
        ),
    },
    {
      id: 'kept',
      label: 'Kept',
      width: 64,
      align: 'right',
      cell: (row) => <Kept recording={row} nowUtc={nowUtc} zone={zone} />,
    },
    {
      id: 'kind-name',
      label: 'Kind in words',
      width: 110,
      extra: true,
      cell: (row) => kindLabel(row.kind),
    },
    {
      id: 'language',
      label: 'Language',
      width: 76,
      extra: true,
      cell: (row) => row.language ?? DASH,
    },
    {
      id: 'retention-group',
      label: 'Retention group',
      width: 110,
      align: 'right',
      extra: true,
      cell: (row) => row.retentionGroupId ?? DASH,
    },
    {
      id: 'id',
      label: 'Interaction id',
      width: 110,
      align: 'right',
      extra: true,
      cell: (row) => <span className="tabular-nums">{row.id}</span>,
    },
    {
      id: 'third-party-id',
      label: 'Platform’s id',
      width: 180,
      extra: true,
      cell: (row) => <span className="truncate">{row.thirdPartyId ?? '—'}</span>,
    },
  ]
}
