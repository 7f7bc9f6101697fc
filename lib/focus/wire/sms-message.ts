import { z } from 'zod'
import type { SmsMessage } from '@/lib/contract/message'
import { optional, wireAmount, wireId, wireInstant, wireList, wireText } from './field'
import { isAbout } from './recording'
import { readParts, readRow, unnoted } from './row'

/** The reply of call 5; all assumed. */
export const FocusSmsMessage = z.object({
  interactionId: optional(wireId),
  recordingId: optional(wireId),
  from: optional(wireText),
  to: optional(wireText),
  sentDatetimeUTC: optional(wireInstant),
  body: optional(z.string()),
  attachments: optional(wireList),
})

export const FocusAttachment = z.object({
  name: optional(wireText),
  mediaType: optional(wireText),
  sizeBytes: optional(wireAmount),
})

/** The message; null when it cannot be read, or is another recording's. */
export function toSmsMessage(recordingId: number, raw: unknown, note = unnoted): SmsMessage | null {
  const read = readRow(FocusSmsMessage, raw)
  if (read === null || !isAbout(recordingId, read.row)) return null
  const { row: reply } = read
  return {
    recordingId,
    from: reply.from ?? null,
    to: reply.to ?? null,
    sentUtc: reply.sentDatetimeUTC ?? null,
    body: reply.body ?? null,
    attachments: readParts(reply.attachments, toAttachment, note),
  }
}

function toAttachment(raw: unknown): SmsMessage['attachments'][number] | null {
  const read = readRow(FocusAttachment, raw)
  if (read === null) return null
  const { name, mediaType, sizeBytes } = read.row
  return { name: name ?? null, mediaType: mediaType ?? null, sizeBytes: sizeBytes ?? null }
}
