import { z } from 'zod'
import type { Party, Recording, RecordingDetail } from '@/lib/contract/recording'
import {
  optional,
  wireAmount,
  wireCount,
  wireFlag,
  wireId,
  wireInstant,
  wireList,
  wireText,
} from './field'
import { isRawRow, type NoteUnreadable, type RawRow, readParts, readRow, unnoted } from './row'

/** A row of call 2. `interactionId`, `startDatetimeUTC`, `endpoints`: documented; the rest: assumed. */
export const FocusRecording = z.object({
  interactionId: optional(wireId),
  recordingId: optional(wireId),
  thirdPartyId: optional(wireText),
  type: optional(wireText),
  direction: optional(wireText),
  startDatetimeUTC: optional(wireInstant),
  durationSeconds: optional(wireAmount),
  endpoints: optional(wireList),
  tags: optional(wireList),
  retentionGroupId: optional(wireId),
  expiryDatetimeUTC: optional(wireInstant),
  legalHold: optional(wireFlag),
  hasAudio: optional(wireFlag),
  hasVideo: optional(wireFlag),
  hasTranscription: optional(wireFlag),
  commentCount: optional(wireCount),
  language: optional(wireText),
})

/** What call 3 adds; all assumed. */
export const FocusRecordingDetail = FocusRecording.extend({
  mediaType: optional(wireText),
  sizeBytes: optional(wireAmount),
  channels: optional(wireCount),
  sourceSystem: optional(wireText),
  customFields: optional(z.record(z.string(), z.unknown())),
  participants: optional(wireList),
})

/** An endpoint inside a recording; all assumed. */
export const FocusParty = z.object({
  endpointId: optional(wireId),
  type: optional(wireText),
  value: optional(wireText),
  role: optional(wireText),
  personId: optional(wireId),
  personName: optional(wireText),
})

/** Whether a reply is about the recording that was asked for; one that does not say is taken to be. */
export function isAbout(recordingId: number, raw: RawRow): boolean {
  const id = recordingIdOf(raw)
  return id === null || id === recordingId
}

/** The id of a recording under either of its names; null when it has none. */
export function recordingIdOf(raw: RawRow): number | null {
  for (const value of [raw.interactionId, raw.recordingId]) {
    const id = wireId.safeParse(value)
    if (id.success && id.data > 0) return id.data
  }
  return null
}

/** The row as our noun; null when its identity cannot be read. */
export function toRecording(raw: unknown, note = unnoted): Recording | null {
  const id = isRawRow(raw) ? recordingIdOf(raw) : null
  const read = readRow(FocusRecording, raw)
  if (id === null || read === null) return null
  return { id, ...fieldsOf(read.row, note), otherFields: otherFieldsOf(read) }
}

/** The detail as our noun; null when its identity cannot be read. */
export function toRecordingDetail(raw: unknown, note = unnoted): RecordingDetail | null {
  const id = isRawRow(raw) ? recordingIdOf(raw) : null
  const read = readRow(FocusRecordingDetail, raw)
  if (id === null || read === null) return null
  const { row } = read
  return {
    id,
    ...fieldsOf(row, note),
    otherFields: otherFieldsOf(read),
    mediaType: row.mediaType ?? null,
    sizeBytes: row.sizeBytes ?? null,
    channels: row.channels ?? null,
    sourceSystem: row.sourceSystem ?? null,
    customFields: customFieldsOf(row.customFields ?? {}),
    participants: row.participants ?? [],
  }
}

function fieldsOf(
  row: z.output<typeof FocusRecording>,
  note: NoteUnreadable,
): Omit<Recording, 'id' | 'otherFields'> {
  return {
    thirdPartyId: row.thirdPartyId ?? null,
    kind: row.type ?? null,
    direction: row.direction ?? null,
    startUtc: row.startDatetimeUTC ?? null,
    durationMs: row.durationSeconds === undefined ? null : Math.round(row.durationSeconds * 1000),
    parties: readParts(row.endpoints, toParty, note),
    tags: readParts(row.tags, toTag, note),
    retentionGroupId: row.retentionGroupId ?? null,
    expiryUtc: row.expiryDatetimeUTC ?? null,
    legalHold: row.legalHold ?? null,
    hasAudio: row.hasAudio ?? null,
    hasVideo: row.hasVideo ?? null,
    hasTranscript: row.hasTranscription ?? null,
    commentCount: row.commentCount ?? null,
    language: row.language ?? null,
  }
}

function toParty(raw: unknown): Party | null {
  const read = readRow(FocusParty, raw)
  if (read === null) return null
  const { endpointId, type, value, role, personId, personName } = read.row
  return {
    endpointId: endpointId ?? null,
    endpointType: type ?? null,
    // Phone numbers are digits without a plus on the wire; one that came otherwise is made so.
    value: value?.replace(/^\+(?=\d+$)/, '') ?? null,
    role: role ?? null,
    personId: personId ?? null,
    personName: personName ?? null,
  }
}

const toTag = (raw: unknown) => (typeof raw === 'string' ? raw : null)

/** A list of which only a part could be read is kept whole beside what was read of it. */
function otherFieldsOf(read: {
  row: z.output<typeof FocusRecording>
  otherFields: Record<string, unknown>
}): Record<string, unknown> {
  const { tags, endpoints } = read.row
  return {
    ...read.otherFields,
    ...(tags?.some((tag) => toTag(tag) === null) && { tags }),
    ...(endpoints !== undefined && !endpoints.every(isRawRow) && { endpoints }),
  }
}

function customFieldsOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}
