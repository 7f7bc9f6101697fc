import { z } from 'zod'

/** The numeric interaction id, as Focus gives it. Positive and safe as a JavaScript number. */
export const RecordingId = z.int().positive()

/** An instant: ISO 8601, UTC, always ending in `Z`. */
export const InstantUtc = z.iso.datetime()

/** Kinds this product draws an icon for. Any other kind is shown as it came. */
export const KNOWN_KINDS = [
  'phone',
  'contact-centre',
  'teams',
  'sms',
  'whatsapp',
  'chat',
  'email',
] as const

/** One endpoint that took part in a recording, with its person where Focus names one. */
export const Party = z.object({
  endpointId: z.number().nullable(),
  /** `phone`, `email`, `teams`, `sip`, or a type never seen before, as it came. */
  endpointType: z.string().nullable(),
  /** Phone numbers as digits without a plus; else as it came. */
  value: z.string().nullable(),
  /** `from`, `to`, `participant`, or as it came. */
  role: z.string().nullable(),
  personId: z.number().nullable(),
  personName: z.string().nullable(),
})
export type Party = z.infer<typeof Party>

/**
 * One recorded communication, as a list shows it. Only `id` is certain; whatever Focus left out is
 * null. `otherFields` holds every field Focus sent that this product has no name for.
 */
export const Recording = z.object({
  id: RecordingId,
  thirdPartyId: z.string().nullable(),
  kind: z.string().nullable(),
  direction: z.string().nullable(),
  startUtc: InstantUtc.nullable(),
  durationMs: z.number().nonnegative().nullable(),
  parties: z.array(Party),
  tags: z.array(z.string()),
  retentionGroupId: z.number().nullable(),
  expiryUtc: InstantUtc.nullable(),
  legalHold: z.boolean().nullable(),
  hasAudio: z.boolean().nullable(),
  hasVideo: z.boolean().nullable(),
  hasTranscript: z.boolean().nullable(),
  commentCount: z.number().nonnegative().nullable(),
  language: z.string().nullable(),
  otherFields: z.record(z.string(), z.unknown()),
})
export type Recording = z.infer<typeof Recording>

/** What the detail call adds to the row. */
export const RecordingDetail = Recording.extend({
  /** MIME type of the media as Focus states it. */
  mediaType: z.string().nullable(),
  sizeBytes: z.number().nonnegative().nullable(),
  channels: z.number().nonnegative().nullable(),
  sourceSystem: z.string().nullable(),
  customFields: z.record(z.string(), z.string()),
  /** As Focus sent them: people or names, shown under "All fields". */
  participants: z.array(z.unknown()),
})
export type RecordingDetail = z.infer<typeof RecordingDetail>
