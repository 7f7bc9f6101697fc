import type { Comment } from '@/lib/contract/comment'

export type Thread = { comment: Comment; replies: Comment[] }

/**
 * Comments as threads: first those about the whole, then by position, and replies by time under the comment that began
 * the thread. A reply whose comment is missing, or that answers in a circle, stands on its own.
 */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const rootOf = (comment: Comment): Comment => {
    const seen = new Set<number>()
    let root = comment
    while (root.parentId !== null && !seen.has(root.id)) {
      seen.add(root.id)
      const parent = byId.get(root.parentId)
      if (parent === undefined) return root
      root = parent
    }
    return root.parentId === null ? root : comment
  }
  const threads = new Map<number, Thread>()
  for (const comment of comments) {
    if (rootOf(comment) === comment) threads.set(comment.id, { comment, replies: [] })
  }
  for (const comment of comments) {
    const root = rootOf(comment)
    if (root !== comment) threads.get(root.id)?.replies.push(comment)
  }
  const written = (a: Comment, b: Comment) =>
    (a.writtenUtc ?? '').localeCompare(b.writtenUtc ?? '') || a.id - b.id
  for (const thread of threads.values()) thread.replies.sort(written)
  return [...threads.values()].sort(
    (a, b) =>
      (a.comment.positionMs ?? -1) - (b.comment.positionMs ?? -1) || written(a.comment, b.comment),
  )
}
