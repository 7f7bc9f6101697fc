import { expect, test } from 'vitest'
import { safeReturnPath } from '@/lib/url/pages'
import { returnPathOf } from './return-path'

const follow = (callbackUrl: string | string[] | undefined) =>
  safeReturnPath(returnPathOf(callbackUrl))

test.each([
  ['/recordings/7?t=72.5', '/recordings/7?t=72.5'],
  ['http://localhost:3000/status?a=1', '/status?a=1'],
  ['https://evil.example/recordings', '/recordings'],
  ['https://evil.example//evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?callbackUrl=/sign-in', '/'],
  [['/a', '/b'], '/'],
  [undefined, '/'],
])('%s leads to %s', (callbackUrl, path) => {
  expect(follow(callbackUrl)).toBe(path)
})
