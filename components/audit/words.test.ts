import { describe, expect, test } from 'vitest'
import type { LedgerState } from '@/lib/contract/ledger'
import { tokenize } from '@/lib/url/tokens'
import { dayText } from './audit-columns'
import { auditSuggestions, nameInHand, personMeant } from './audit-suggestions'
import { browserName } from './browser-name'
import { verdictWords } from './entry-proof'
import {
  accessorKey,
  accessorName,
  actionWords,
  deedOf,
  isAlarming,
  shortName,
  whoWords,
} from './event-words'
import { heardInAll } from './heard-bar'
import { badgeWords } from './ledger-badge'
import { accessEvent } from './test-events'
import { timelineRange } from './timeline-range'

const NOW = '2026-11-23T18:30:00.000Z'

describe('events in words', () => {
  test.each([
    ['play', 'allowed', 'Played', 'play'],
    ['download', 'refused', 'Refused: download', 'take'],
    ['transcript-read', 'allowed', 'Read transcript', 'read'],
    ['constructor', 'allowed', 'constructor', 'other'],
    ['tag', 'allowed', 'Tagged', 'other'],
    ['retention-change', 'allowed', 'Changed retention', 'other'],
    ['peruse', 'allowed', 'peruse', 'other'],
  ] as const)('%s, %s', (action, decision, words, deed) => {
    expect(actionWords({ action, decision })).toBe(words)
    expect(deedOf({ action })).toBe(deed)
  })

  test('no two kinds of people are one lane', () => {
    const nobody = { kind: 'nobody', username: 'jo' } as const
    const events = [
      accessEvent(),
      accessEvent({ who: { kind: 'focus-user', username: 'jo' } }),
      accessEvent({ who: nobody, unexplained: true, seenIn: 'focus' }),
      accessEvent({ who: nobody, seenIn: 'focus' }),
      accessEvent({ who: { ...nobody, username: null }, seenIn: 'focus' }),
      accessEvent({ who: { ...nobody, username: null }, decision: 'refused', seenIn: 'ledger' }),
      accessEvent({ who: { ...nobody, username: null }, seenIn: 'ledger' }),
    ]
    expect(new Set(events.map(accessorKey)).size).toBe(events.length)
    expect(events.map(accessorName)).toEqual([
      'Jo Castellan',
      'jo',
      'No person found',
      'Before the ledger began',
      'Not named by Focus',
      'Nobody signed in',
      'The console itself',
    ])
    expect(isAlarming(accessEvent({ unexplained: true }))).toBe(true)
  })

  test('a person behind the service user is named with the way they took', () => {
    expect(whoWords(accessEvent())).toBe('Jo Castellan, through the service user')
    expect(whoWords(accessEvent({ throughServiceUser: false }))).toBe('Jo Castellan')
    const nobody = { kind: 'nobody', username: 'svc' } as const
    expect(whoWords(accessEvent({ who: nobody, unexplained: true, seenIn: 'focus' }))).toBe(
      'No person found',
    )
  })

  test('a day of another year is told from one of this', () => {
    expect(dayText('2026-10-27T09:00:00.000Z', 'utc', NOW)).toBe('27 Oct')
    expect(dayText('2025-10-27T09:00:00.000Z', 'utc', NOW)).toBe('27 Oct 2025')
  })

  test('nothing heard is told from what nobody timed', () => {
    const heard = [{ startMs: 0, endMs: 415_000 }]
    expect(heardInAll(accessEvent({ heard, heardMs: 415_000 }))).toBe(415_000)
    expect(heardInAll(accessEvent())).toBe(0)
    expect(heardInAll(accessEvent({ seenIn: 'focus' }))).toBe('unknown')
    expect(heardInAll(accessEvent({ decision: 'refused' }))).toBeNull()
    expect(heardInAll(accessEvent({ action: 'view' }))).toBeNull()
  })

  test('a user of Focus is named without the firm’s domain where there is little room', () => {
    const of = (username: string) =>
      shortName(accessEvent({ who: { kind: 'focus-user', username } }))
    expect(of('owen.clarke@firm.example')).toBe('owen.clarke')
    expect(of('@x')).toBe('@x')
  })
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    'Chrome 156',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0',
    'Edge 156',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox 150'],
  [
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
    'Safari 26',
  ],
  ['curl/8', 'curl/8'],
])('%s is named in two words', (agent, name) => {
  expect(browserName(agent)).toBe(name)
})

describe('the badge', () => {
  const state = (verified: LedgerState['verified']): LedgerState => ({
    size: 48_220,
    checkpoint: null,
    verified,
    witness: null,
    witnessedSize: null,
    verifierKey: '',
  })
  const at = (timeUtc: string, sound = true) => ({
    sound,
    size: 48_214,
    timeUtc,
    words: 'Entry 7.',
  })

  test('says how far and when, with the day where it is not today', () => {
    expect(badgeWords(state(at('2026-11-23T17:59:00Z')), 'utc', NOW)).toBe(
      'verified to entry 48,213 at 17:59',
    )
    expect(badgeWords(state(at('2026-11-22T17:59:00Z')), 'utc', NOW)).toBe(
      'verified to entry 48,213 at 22 Nov 2026, 17:59',
    )
  })

  test('never calls verified what is not', () => {
    expect(badgeWords(state(null), 'utc', NOW)).toBe('not verified yet')
    expect(badgeWords(state(at('2026-11-23T17:59:00Z', false)), 'utc', NOW)).toBe(
      'not sound: Entry 7.',
    )
  })
})

test.each([
  [{}, /hash, proof, root and signature/],
  [{ leaf: false }, /was changed/],
  [{ personal: false }, /not the one that the entry commits to/],
  [{ included: false }, /does not lie under/],
  [{ stated: false }, /another root or size/],
  [{ signed: false }, /not signed by the key/],
  [{ included: null, stated: null, signed: null }, /the proof is still to come/],
  [{ signed: null }, /it knows no Ed25519/],
])('a proof in words: %j', (change, words) => {
  const sound = { leaf: true, included: true, stated: true, signed: true, personal: true }
  expect(verdictWords({ ...sound, ...change })).toMatch(words)
})

describe('suggestions', () => {
  const people = [{ id: 1001, name: 'Priya Shah', type: 'subscriber', department: 'Sales' }]
  const actors = [{ key: 'a1', name: 'Priya Rao', email: 'p@x', roles: [] }]
  const texts = (draft: string, by: 'subject' | 'actor' | 'recording') =>
    auditSuggestions(tokenize(draft)[0] ?? null, by, people, actors, []).map(({ text }) => text)

  test('a plain word is taken for what the way in asks for', () => {
    expect(texts('priya', 'subject')).toEqual(['subject:1001'])
    expect(texts('priya', 'actor')).toEqual(['actor:a1'])
    expect(texts('1004417', 'recording')).toEqual(['recording:1004417'])
    expect(personMeant(tokenize('priya')[0] ?? null, 'actor')).toBe('')
    expect(personMeant(tokenize('subject:pri')[0] ?? null, 'actor')).toBe('pri')
  })

  test('a name of several words is one piece; a filter before it is not part of it', () => {
    expect(nameInHand('priya sh')).toMatchObject({ start: 0, value: 'priya sh' })
    expect(nameInHand('tag:x priya sh')).toMatchObject({ start: 6, value: 'priya sh' })
    expect(nameInHand('priya action:pl')).toMatchObject({ key: 'action', value: 'pl' })
    expect(nameInHand('priya ')).toBeNull()
  })

  test('actions go on behind their comma', () => {
    expect(texts('action:play,dow', 'subject')).toEqual(['action:play,download'])
    expect(texts('result:r', 'subject')).toEqual(['result:refused'])
  })

  test('keys of the audit and of recordings are offered', () => {
    expect(texts('re', 'actor')).toEqual(
      expect.arrayContaining(['recording:', 'result:', 'retention:']),
    )
    expect(texts('tag:', 'actor')).toEqual([])
  })
})

describe('the stretch of the timeline', () => {
  const event = accessEvent({ timeUtc: '2026-11-20T12:00:00.000Z' })
  const words = (from: string | null, to: string | null, events = [event]) => {
    const { fromMs, toMs } = timelineRange(from, to, events, NOW)
    return [fromMs, toMs].map((ms) => new Date(ms).toISOString())
  }

  test('is what was asked for, else as far as there are events, else a minute', () => {
    expect(words('2026-11-16T00:00:00.000Z', null)).toEqual(['2026-11-16T00:00:00.000Z', NOW])
    const [from, to] = words(null, null)
    expect(from?.slice(0, 10)).toBe('2026-11-20')
    expect(to).toBe(NOW)
    const [start, end] = words(null, '2026-11-01T00:00:00.000Z', []).map(Date.parse)
    expect((end ?? 0) - (start ?? 0)).toBeGreaterThanOrEqual(60_000)
  })
})
