import { z } from 'zod'
import { InstantUtc, RecordingId } from './recording'

/** The body of an SMS (or of another text message that Focus answers the same way). */
export const SmsMessage = z.object({
  recordingId: RecordingId,
  from: z.string().nullable(),
  to: z.string().nullable(),
  sentUtc: InstantUtc.nullable(),
  body: z.string().nullable(),
  attachments: z.array(
    z.object({
      name: z.string().nullable(),
      mediaType: z.string().nullable(),
      sizeBytes: z.number().nonnegative().nullable(),
    }),
  ),
})
export type SmsMessage = z.infer<typeof SmsMessage>
