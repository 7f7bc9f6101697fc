'use client'

import type { Comment, CommentList } from '@/lib/contract/comment'
import { formatDuration } from '@/lib/format/duration'
import { formatInstant } from '@/lib/format/instant'
import { usePreferences } from '../ui/preferences'
import { threadsOf } from './threads'

type CommentsPanelProps = {
  list: CommentList
  /** Goes to a position; absent where there is nothing to hear. */
  onSeek?: (ms: number) => void
}

/** Comments in threads; press a position to go there. */
export function CommentsPanel({ list, onSeek }: CommentsPanelProps) {
  return (
    <div className="flex flex-col gap-4 p-4">
      {list.unreadable > 0 && (
        <p className="text-[12px] text-muted">
          {list.unreadable === 1 ? '1 comment' : `${list.unreadable} comments`} could not be read.
        </p>
      )}
      {list.comments.length === 0 && <p className="text-muted">Nobody has commented on this.</p>}
      <ul className="flex flex-col gap-4" aria-label="Comments">
        {threadsOf(list.comments).map(({ comment, replies }) => (
          <li key={comment.id}>
            <CommentView comment={comment} onSeek={onSeek} />
            {replies.length > 0 && (
              <ul
                className="mt-3 flex flex-col gap-3 border-line border-l pl-4"
                aria-label="Replies"
              >
                {replies.map((reply) => (
                  <li key={reply.id}>
                    <CommentView comment={reply} onSeek={onSeek} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

type CommentViewProps = { comment: Comment; onSeek: ((ms: number) => void) | undefined }

function CommentView({ comment, onSeek }: CommentViewProps) {
  const { zone } = usePreferences()
  const { positionMs, username, writtenUtc, text } = comment
  return (
    <article>
      <p className="flex flex-wrap items-baseline gap-2 text-[12px] text-muted">
        <span className="font-semibold text-ink">{username ?? 'Someone'}</span>
        {writtenUtc !== null && (
          <time dateTime={writtenUtc}>{formatInstant(writtenUtc, zone)}</time>
        )}
        {positionMs !== null &&
          (onSeek === undefined ? (
            <span className="tabular-nums">at {formatDuration(positionMs)}</span>
          ) : (
            <button
              type="button"
              onClick={() => onSeek(positionMs)}
              aria-label={`Go to ${formatDuration(positionMs)}`}
              className="rounded text-accent tabular-nums hover:underline"
            >
              {formatDuration(positionMs)}
            </button>
          ))}
      </p>
      <p className="whitespace-pre-wrap text-sm">{text}</p>
    </article>
  )
}
