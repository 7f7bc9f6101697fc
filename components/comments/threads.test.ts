import { expect, test } from 'vitest'
import type { Comment } from '@/lib/contract/comment'
import { threadsOf } from './threads'

const comment = (
  id: number,
  parentId: number | null,
  positionMs: number | null = null,
): Comment => ({
  id,
  parentId,
  positionMs,
  text: `${id}`,
  username: null,
  writtenUtc: `2026-11-23T10:00:${String(id).padStart(2, '0')}Z`,
})
const shape = (comments: Comment[]) =>
  threadsOf(comments).map(({ comment: { id }, replies }) => [id, replies.map((reply) => reply.id)])

test('threads go by position, replies by time, however deep', () => {
  expect(
    shape([
      comment(5, 1),
      comment(3, null, 9_000),
      comment(1, null, 12_000),
      comment(2, null),
      comment(4, 5),
    ]),
  ).toEqual([
    [2, []],
    [3, []],
    [1, [4, 5]],
  ])
})

test('no comment is lost when its parent is missing or answers go in a circle', () => {
  expect(shape([comment(7, 99)])).toEqual([[7, []]])
  expect(
    shape([comment(1, 2), comment(2, 1)])
      .flat(2)
      .sort(),
  ).toEqual([1, 2])
})
