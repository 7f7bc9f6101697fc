import { describe, expect, test } from 'vitest'
import type { GatherLine, GatherProgress } from '@/lib/contract/access-event'
import { Problem } from '@/lib/problem/problem'
import { type AskGather, GatherRun } from './gather-run'
import { isPartial, readWords } from './gather-words'
import { accessEvent } from './test-events'

const NOW = '2026-11-23T14:05:09.000Z'
const progress = (change: Partial<GatherProgress> = {}): GatherProgress => ({
  recordings: 412,
  found: null,
  read: 412,
  refused: 0,
  failed: 0,
  unreadable: 0,
  events: 0,
  ...change,
})
const ledger = {
  size: 9,
  checkpoint: null,
  verified: null,
  witness: null,
  witnessedSize: null,
  verifierKey: '',
}
const events = (...keys: string[]): GatherLine => ({
  type: 'events',
  events: keys.map((key) => accessEvent({ key })),
})
const run = (ask: AskGather) => new GatherRun(ask, { by: { kind: 'all' } }, NOW)

describe('a gathering', () => {
  test('shows everything once it has ended', async () => {
    const gather = run(async (_query, _signal, onLine) => {
      onLine(events('L2', 'L1'))
      onLine(events('L3'))
      onLine({ type: 'end', progress: progress(), ledger })
    })
    expect(gather.read().state).toBe('waiting')
    await gather.start()
    expect(gather.read()).toMatchObject({ state: 'ended', progress: { read: 412 }, ledger })
    expect(gather.read().events.map(({ key }) => key)).toEqual(['L1', 'L2', 'L3'])
  })

  test('shows rows while more are coming, and keeps them when it is cancelled', async () => {
    const gather = run((_query, signal, onLine) => {
      onLine(events('L1'))
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    })
    const shown = new Promise<void>((resolve) => gather.subscribe(resolve))
    const ended = gather.start()
    await shown
    expect(gather.read()).toMatchObject({ state: 'gathering', events: [{ key: 'L1' }] })
    gather.cancel()
    await ended
    expect(gather.read()).toMatchObject({ state: 'cancelled', error: null, events: [{}] })
  })

  test('keeps what came before it failed', async () => {
    const problem = new Problem('offline', 'No answer.')
    const gather = run(async (_query, _signal, onLine) => {
      onLine(events('L1'))
      onLine({ type: 'progress', progress: progress({ read: 3 }) })
      throw problem
    })
    await gather.start()
    expect(gather.read()).toMatchObject({
      state: 'failed',
      error: problem,
      events: [{ key: 'L1' }],
      progress: { read: 3 },
    })
  })
})

test.each([
  [progress(), true, true, '412 of 412 recordings read from Focus, none refused', false],
  [
    progress({ recordings: 3000, read: 412, refused: 2 }),
    true,
    false,
    '412 of 3,000 recordings read from Focus, 2 refused',
    true,
  ],
  [
    progress({ recordings: 3000, read: 3000, found: 8120, failed: 1, unreadable: 1 }),
    true,
    true,
    '3,000 of 3,000 recordings read from Focus, 1 failed, 5,120 more were found than are read; narrow the search, 1 row could not be read',
    true,
  ],
  [progress({ recordings: null, read: 0 }), true, false, 'finding the recordings', false],
  [progress(), false, true, 'the ledger alone; Focus was not asked', false],
])('how much was read, case %#', (given, asked, ended, words, partial) => {
  expect(readWords(given, asked, ended)).toBe(words)
  expect(isPartial(given, asked)).toBe(partial)
})
