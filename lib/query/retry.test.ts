import { expect, test } from 'vitest'
import { Problem } from '@/lib/problem/problem'
import { PROBLEM_SLUGS } from '@/lib/problem/table'
import { retryDelayMs, shouldRetry } from './retry'

test('only failures that pass are asked again in silence', () => {
  const again = PROBLEM_SLUGS.filter((slug) => shouldRetry(0, new Problem(slug, '')))
  expect(again).toEqual([
    'upstream-unavailable',
    'upstream-timeout',
    'ledger-unavailable',
    'offline',
  ])
})

test('twice at most', () => {
  const problem = new Problem('upstream-unavailable', '')
  expect([0, 1, 2].map((failures) => shouldRetry(failures, problem))).toEqual([true, true, false])
})

test('a short pause is waited out, a long one is shown', () => {
  const pause = (retryAfterSec: number) => new Problem('rate-limited', '', { retryAfterSec })
  expect(shouldRetry(0, pause(3))).toBe(true)
  expect(shouldRetry(0, pause(4))).toBe(false)
  expect(retryDelayMs(0, pause(2), () => 0)).toBe(2000)
})

test('the wait grows, by chance', () => {
  const problem = new Problem('upstream-timeout', '')
  expect([0, 1, 2, 9].map((failures) => retryDelayMs(failures, problem, () => 1))).toEqual([
    1000, 2000, 4000, 4000,
  ])
  expect(retryDelayMs(2, problem, () => 0)).toBe(0)
})

test('what is no problem of ours is not asked again', () => {
  expect(shouldRetry(0, new TypeError('a fault in the page'))).toBe(false)
})
