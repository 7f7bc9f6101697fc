import { afterEach, expect, test } from 'vitest'
import { FIGURES } from './figures'
import { focusAt, patient, slugOf } from './testing/focus-at'
import { ManualClock } from './testing/manual-clock'
import { json, type StubAnswer, type StubFocus, startStub } from './testing/stub-focus'

const AUTH = '/authWithApiKey'
const SEARCH = '/client/recording.search'
const MINUTE = 60_000

let stub: StubFocus
afterEach(() => stub.close())

async function tenant(answers: Record<string, StubAnswer>) {
  const clock = new ManualClock()
  stub = await startStub({
    [SEARCH]: (_, response) => json(response, { recordings: [] }),
    ...answers,
  })
  // 0.5 puts the renewal at exactly 80 % of a token's life.
  const { focus } = focusAt(stub.url, { clock, random: () => 0.5 })
  return { clock, focus, search: () => focus.searchRecordings({}, patient()) }
}

const jwt = (claims: object) =>
  `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.canary`

test('one exchange, however many wait', async () => {
  const { search } = await tenant({})
  await Promise.all(Array.from({ length: 40 }, search))
  expect(stub.count(AUTH)).toBe(1)
  expect(stub.count(SEARCH)).toBe(40)
})

test('the one who began the exchange may leave; the others get their token', async () => {
  let answer = () => {}
  const { focus, search } = await tenant({
    [AUTH]: (_, response) => {
      answer = () => json(response, { token: 'a' })
    },
  })
  const leaver = new AbortController()
  const first = slugOf(focus.searchRecordings({}, { signal: leaver.signal }))
  const second = search()
  await expect.poll(() => stub.count(AUTH)).toBe(1)
  leaver.abort()
  await first
  answer()
  await second
  expect(stub.count(AUTH)).toBe(1)
})

test('renewed at 80 % of its life, while the old one still serves', async () => {
  const { clock, focus, search } = await tenant({
    [AUTH]: (_, response) => {
      const now = Math.floor(clock.now() / 1000)
      json(response, { token: jwt({ iat: now, exp: now + 1000 }) })
    },
  })
  await search()
  expect(focus.status().token.expiresUtc).toBe(new Date(clock.now() + 1_000_000).toISOString())
  await clock.advance(799_000)
  await search()
  expect(stub.count(AUTH)).toBe(1)
  await clock.advance(1_000)
  await search()
  await expect.poll(() => stub.count(AUTH)).toBe(2)
})

test('a token that does not say how long it lives is good for five minutes', async () => {
  const { clock, search } = await tenant({})
  await search()
  await clock.advance(4 * MINUTE - 1)
  await search()
  expect(stub.count(AUTH)).toBe(1)
  await clock.advance(2 * MINUTE)
  await search()
  expect(stub.count(AUTH)).toBe(2)
})

test('a 401 gets another token and one more try, many at once but one exchange', async () => {
  const { search } = await tenant({
    [SEARCH]: ({ token }, response) =>
      token === 'token-1' ? response.writeHead(401).end() : json(response, { recordings: [] }),
  })
  await Promise.all(Array.from({ length: 5 }, search))
  expect(stub.count(AUTH)).toBe(2)
  expect(stub.count(SEARCH)).toBe(10)
})

test('a second 401 is a misconfiguration, and never a sign-out of ours', async () => {
  const { search } = await tenant({ [SEARCH]: (_, response) => response.writeHead(401).end() })
  expect(await slugOf(search())).toBe('upstream-rejected')
  expect(stub.count(SEARCH)).toBe(2)
})

test('three refused exchanges in a minute, and the account is left alone for five', async () => {
  let refusing = true
  const { clock, focus, search } = await tenant({
    [AUTH]: (_, response) =>
      refusing ? response.writeHead(401).end() : json(response, { token: 'a' }),
  })
  for (let number = 0; number < 10; number += 1)
    expect(await slugOf(search())).toBe('upstream-rejected')
  expect(stub.count(AUTH)).toBe(FIGURES.refusals.most)
  expect(focus.status().token.state).toBe('refused')
  refusing = false
  await clock.advance(FIGURES.refusals.open - 1)
  expect(await slugOf(search())).toBe('upstream-rejected')
  await clock.advance(1)
  await search()
  expect(focus.status().token.state).toBe('valid')
})

test('a refusal a minute does not close the door', async () => {
  const { clock, search } = await tenant({ [AUTH]: (_, response) => response.writeHead(403).end() })
  for (let number = 1; number <= 6; number += 1) {
    await slugOf(search())
    await clock.advance(MINUTE)
  }
  expect(stub.count(AUTH)).toBe(6)
})

test('an exchange that fails for a moment is made again', async () => {
  const { clock, focus, search } = await tenant({
    [AUTH]: (_, response, nth) =>
      nth === 1 ? response.writeHead(503).end() : json(response, { token: 'a' }),
  })
  const searching = search()
  await expect.poll(() => focus.status().calls[0]?.lastStatus).toBe(503)
  await clock.advance(FIGURES.backoff.base)
  await searching
  expect(stub.count(AUTH)).toBe(2)
})
