import { expect, test } from 'vitest'
import { Problem } from '@/lib/problem/problem'
import { PROBLEM_SLUGS } from '@/lib/problem/table'
import { canRetry, problemWords } from './problem-words'

test('every failure has all its words', () => {
  for (const slug of PROBLEM_SLUGS) {
    const words = problemWords(new Problem(slug, 'What happened.', { requestId: 'r1' }))
    expect(words).toMatchObject({ detail: 'What happened.', requestId: 'r1' })
    expect([words.title, words.whose, words.help].every((text) => text.length > 4)).toBe(true)
  }
})

test('the missing permission or right is named', () => {
  const words = (slug: 'forbidden' | 'right-missing', missing: string) =>
    problemWords(new Problem(slug, '', { missing })).help
  expect(words('forbidden', 'status.view')).toContain('The missing permission is status.view.')
  expect(words('right-missing', 'Recording.Play')).toContain('The missing right is Recording.Play.')
})

test('what waiting mends is tried again by itself, after the pause that was stated', () => {
  const after = (slug: 'rate-limited' | 'upstream-unavailable', retryAfterSec?: number) =>
    problemWords(new Problem(slug, '', retryAfterSec === undefined ? {} : { retryAfterSec }))
      .againAfterSec
  expect(after('rate-limited', 6.2)).toBe(7)
  expect(after('rate-limited')).toBe(10)
  expect(after('upstream-unavailable')).toBe(20)
  expect(problemWords(new Problem('right-missing', '')).againAfterSec).toBeNull()
})

test('an error that is no problem does not show its own text', () => {
  const words = problemWords(new TypeError('x is undefined'))
  expect(JSON.stringify(words)).not.toContain('undefined')
  expect(canRetry(new TypeError('x'))).toBe(true)
  expect(canRetry(new Problem('forbidden', ''))).toBe(false)
})
