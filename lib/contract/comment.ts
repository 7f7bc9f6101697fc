import { z } from 'zod'
import { InstantUtc, RecordingId } from './recording'

export const Comment = z.object({
  id: z.number(),
  writtenUtc: InstantUtc.nullable(),
  username: z.string().nullable(),
  text: z.string(),
  /** Milliseconds into the media, null when the comment is about the whole. */
  positionMs: z.number().nonnegative().nullable(),
  /** The comment this one answers. */
  parentId: z.number().nullable(),
})
export type Comment = z.infer<typeof Comment>

export const CommentList = z.object({
  recordingId: RecordingId,
  comments: z.array(Comment),
  unreadable: z.int().nonnegative(),
})
export type CommentList = z.infer<typeof CommentList>
