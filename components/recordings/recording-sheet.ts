import type { Cell, Sheet } from '@/components/list/export-sheet'
import { partyText } from '@/components/parties/parties'
import type { Recording } from '@/lib/contract/recording'
import { formatInstant, type Zone } from '@/lib/format/instant'

const COLUMNS = [
  'id',
  'third_party_id',
  'start',
  'start_utc',
  'kind',
  'direction',
  'parties',
  'endpoints',
  'duration_s',
  'tags',
  'has_transcript',
  'comments',
  'retention_group',
  'expiry_utc',
  'legal_hold',
] as const

function cells(recording: Recording, zone: Zone): Cell[] {
  const { startUtc, durationMs } = recording
  return [
    recording.id,
    recording.thirdPartyId,
    startUtc === null ? null : formatInstant(startUtc, zone, 'full'),
    startUtc,
    recording.kind,
    recording.direction,
    partyText(recording),
    recording.parties.map((party) => party.value ?? '').join('; '),
    durationMs === null ? null : durationMs / 1000,
    recording.tags.join('; '),
    recording.hasTranscript,
    recording.commentCount,
    recording.retentionGroupId,
    recording.expiryUtc,
    recording.legalHold,
  ]
}

/** Recordings as a file. */
export const RECORDING_SHEET: Sheet<Recording> = {
  title: 'Recordings',
  columns: COLUMNS,
  zoned: ['start'],
  phones: ['endpoints'],
  cells,
}
