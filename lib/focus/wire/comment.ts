import { z } from 'zod'
import type { Comment, CommentList } from '@/lib/contract/comment'
import { optional, wireAmount, wireId, wireInstant, wireText } from './field'
import { readReply, readRow, type WireReply, wireEnvelope } from './row'

/** The reply of call 15; all assumed. */
export const FocusCommentList = wireEnvelope('comments')

export const FocusComment = z.object({
  commentId: wireId,
  datetimeUTC: optional(wireInstant),
  username: optional(wireText),
  text: optional(z.string()),
  positionMs: optional(wireAmount),
  parentId: optional(wireId),
})

/** The comments on the recording that was asked for, in the order they came. */
export function toCommentList(recordingId: number, reply: WireReply): CommentList {
  const { rows, unreadable } = readReply(reply, toComment)
  return { recordingId, comments: rows, unreadable }
}

function toComment(raw: unknown): Comment | null {
  const read = readRow(FocusComment, raw)
  if (read === null) return null
  const { row } = read
  return {
    id: row.commentId,
    writtenUtc: row.datetimeUTC ?? null,
    username: row.username ?? null,
    text: row.text ?? '',
    positionMs: row.positionMs ?? null,
    parentId: row.parentId ?? null,
  }
}
