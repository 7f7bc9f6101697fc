import type { AccessEvent } from '@/lib/contract/access-event'

/** A person of the ledger. */
export const person = (key: string, name = key): AccessEvent['who'] => ({
  kind: 'person',
  key,
  name,
  email: null,
  roles: ['qa-reviewer'],
})

/** An access for tests: a play by Jo, unless the test says otherwise. */
export function accessEvent(change: Partial<AccessEvent> = {}): AccessEvent {
  return {
    key: 'L1',
    timeUtc: '2026-11-23T12:00:00.000Z',
    action: 'play',
    decision: 'allowed',
    rule: 'permission:recordings.play',
    who: person('jo', 'Jo Castellan'),
    throughServiceUser: true,
    unexplained: false,
    recordingId: 1004417,
    call: null,
    seenIn: 'both',
    heard: [],
    heardMs: 0,
    ended: 'complete',
    status: 200,
    problem: null,
    bytes: null,
    address: '10.4.18.22',
    agent: null,
    page: null,
    purpose: null,
    caseNumber: null,
    query: null,
    entries: [1],
    focus: [],
    ...change,
  }
}
