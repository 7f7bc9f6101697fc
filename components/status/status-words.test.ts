import { describe, expect, test } from 'vitest'
import type { CallStatus, Status } from '@/lib/contract/status'
import { callLabel, verdictOf } from './status-words'

const CALL: CallStatus = {
  name: 'searchRecordings',
  method: 'POST',
  path: '/client/recording.search',
  right: 'Recording.View',
  rightState: 'granted',
  calls: 1,
  failures: 0,
  unreadable: 0,
  lastStatus: 200,
  lastCallUtc: null,
  medianMs: 10,
}

function status(change: {
  token?: Partial<Status['token']>
  upstream?: Partial<Status['upstream']>
  calls?: Partial<CallStatus>[]
}): Status {
  return {
    tenant: { kind: 'focus', label: 'uk', host: 'h', clientId: 1, serviceUser: 's' },
    token: { state: 'valid', obtainedUtc: null, expiresUtc: null, ageMs: 0, ...change.token },
    upstream: {
      circuit: 'closed',
      reopensUtc: null,
      pausedUntilUtc: null,
      inFlight: 0,
      queued: 0,
      ...change.upstream,
    },
    calls: (change.calls ?? [{}]).map((call) => ({ ...CALL, ...call })),
    server: { version: '1', startedUtc: '2026-11-23T00:00:00Z' },
  }
}

describe('the verdict', () => {
  const verdict = (change: Parameters<typeof status>[0]) =>
    verdictOf(status(change), (utc) => `<${utc}>`)
  const until = '2026-11-23T14:05:09Z'

  test('is good when nothing is wrong', () => {
    expect(verdict({})).toMatchObject({ tone: 'ok', title: 'Focus answers' })
  })

  test('tells of replies that could not be read', () => {
    expect(verdict({ calls: [{ unreadable: 2 }, { name: 'getComments', unreadable: 1 }] })).toEqual(
      {
        tone: 'warning',
        title: 'Focus answers otherwise than agreed',
        text: expect.stringMatching(
          /^3 replies, rows or parts of rows of Search recordings and Get comments could/,
        ),
      },
    )
  })

  test('names the gravest thing first', () => {
    const open = { circuit: 'open', reopensUtc: until } as const
    const missing = [{ rightState: 'missing' } as const]
    expect(verdict({ token: { state: 'refused' }, upstream: open }).title).toBe(
      'Focus refuses the key',
    )
    expect(verdict({ upstream: open, calls: missing })).toMatchObject({
      tone: 'danger',
      text: expect.stringContaining(`<${until}>`),
    })
    expect(verdict({ upstream: { circuit: 'half-open' } }).tone).toBe('warning')
    expect(verdict({ upstream: { pausedUntilUtc: until }, calls: missing }).text).toContain(until)
  })

  test('names each missing right once', () => {
    const missing = (right: string) => ({ right, rightState: 'missing' }) as const
    expect(verdict({ calls: [missing('A'), missing('A')] })).toMatchObject({
      title: 'A right is missing',
      text: 'The service user lacks A. A Focus administrator can give it.',
    })
    expect(verdict({ calls: [missing('A'), missing('B'), missing('C')] })).toMatchObject({
      title: '3 rights are missing',
      text: 'The service user lacks A, B and C. A Focus administrator can give them.',
    })
  })

  test('says so when nothing was asked yet', () => {
    expect(verdict({ token: { state: 'none' } }).tone).toBe('neutral')
  })
})

test.each([
  ['searchPeopleByName', 'Search people by name'],
  ['getSmsMessage', 'Get SMS message'],
  ['authenticate', 'Authenticate'],
])('%s is called %s', (name, label) => {
  expect(callLabel(name)).toBe(label)
})
