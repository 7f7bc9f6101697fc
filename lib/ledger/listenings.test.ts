import { describe, expect, test } from 'vitest'
import type { Interval } from '@/lib/contract/ledger'
import type { Entry, Outcome } from './access-ledger'
import { type ListeningClock, type ListeningKey, Listenings } from './listenings'

type Written = { progress: Interval[][]; outcome: Outcome | null }

/** Time that stands still until it is moved. */
function handClock() {
  let now = 0
  const timers = new Set<{ atMs: number; run: () => void }>()
  const clock: ListeningClock = {
    nowMs: () => now,
    after(ms, run) {
      const timer = { atMs: now + ms, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  }
  const pass = async (ms: number) => {
    now += ms
    for (const timer of [...timers])
      if (timer.atMs <= now && timers.delete(timer)) {
        timer.run()
        await Promise.resolve()
      }
  }
  return { clock, pass }
}

function setUp() {
  const { clock, pass } = handClock()
  const failures: unknown[] = []
  const listenings = new Listenings((error) => failures.push(error), clock)
  const written: Written[] = []
  const intend = async (): Promise<Entry> => {
    const entry: Written = { progress: [], outcome: null }
    written.push(entry)
    return {
      sequence: written.length - 1,
      async progress(heard) {
        entry.progress.push(heard)
      },
      async conclude(outcome) {
        entry.outcome = outcome
      },
    }
  }
  return { listenings, written, intend, pass, failures }
}

const KEY: ListeningKey = { listening: 'a', sessionId: 's', recordingId: 42 }
const heard = (...pairs: [number, number][]) =>
  pairs.map(([startMs, endMs]) => ({ startMs, endMs }))

describe('a listening', () => {
  test('is one intent for all its ranges, and one outcome with all bytes and what was heard', async () => {
    const { listenings, written, intend } = setUp()
    const both = [listenings.request(KEY, intend), listenings.request(KEY, intend)]
    const [first, second] = await Promise.all(both)
    await first?.conclude({ status: 499, problem: 'aborted', bytes: 10 })
    await second?.conclude({ status: 206, bytes: 20 })
    const third = await listenings.request(KEY, intend)
    await third.conclude({ status: 206, bytes: 5 })
    expect(await listenings.report(KEY, heard([0, 1000], [3000, 4000]), true)).toBe(2000)
    expect(written).toEqual([
      {
        progress: [],
        outcome: { status: 206, bytes: 35, heard: heard([0, 1000], [3000, 4000]) },
      },
    ])
  })

  test('writes what was heard at most every fifteen seconds', async () => {
    const { listenings, written, intend, pass } = setUp()
    await listenings.request(KEY, intend)
    await listenings.report(KEY, heard([0, 1000]), false)
    await pass(5000)
    await listenings.report(KEY, heard([0, 6000]), false)
    expect(written[0]?.progress).toEqual([])
    await pass(10_000)
    expect(written[0]?.progress).toEqual([heard([0, 6000])])
    await pass(15_000)
    await listenings.report(KEY, heard([0, 6000]), false)
    expect(written[0]?.progress).toHaveLength(1)
    await listenings.report(KEY, heard([0, 7000]), false)
    expect(written[0]?.progress).toHaveLength(2)
  })

  test('is over a minute after the last sign of life, but not while media goes out', async () => {
    const { listenings, written, intend, pass } = setUp()
    const request = await listenings.request(KEY, intend)
    await pass(600_000)
    expect(written[0]?.outcome).toBeNull()
    await request.conclude({ status: 200, bytes: 100 })
    await pass(59_000)
    await listenings.report(KEY, heard([0, 500]), false)
    await pass(59_000)
    expect(written[0]?.outcome).toBeNull()
    await pass(1000)
    expect(written[0]?.outcome).toEqual({
      status: 200,
      problem: 'aborted',
      bytes: 100,
      heard: heard([0, 500]),
    })
  })

  test('that goes on after a long pause begins another entry, with what is new alone', async () => {
    const { listenings, written, intend, pass } = setUp()
    const request = await listenings.request(KEY, intend)
    await request.conclude({ status: 200, bytes: 100 })
    await listenings.report(KEY, heard([0, 500]), false)
    await pass(60_000)
    // The same report once more, as after an answer that was lost: nothing new.
    expect(await listenings.report(KEY, heard([0, 500]), true)).toBe(500)
    expect(written).toHaveLength(1)
    expect(await listenings.report(KEY, heard([0, 900]), true)).toBe(900)
    expect(written[1]?.outcome).toMatchObject({ status: 206, bytes: 0, heard: heard([500, 900]) })
    const again = await listenings.request(KEY, intend)
    expect(again.sequence).toBe(2)
  })

  test('waits for the bytes of the request that is being left, and not for ever', async () => {
    const { listenings, written, intend, pass } = setUp()
    const request = await listenings.request(KEY, intend)
    await listenings.report(KEY, heard([0, 800]), true)
    expect(written[0]).toEqual({ progress: [heard([0, 800])], outcome: null })
    await request.conclude({ status: 499, problem: 'aborted', bytes: 7 })
    expect(written[0]?.outcome).toEqual({ status: 206, bytes: 7, heard: heard([0, 800]) })

    await listenings.request({ ...KEY, listening: 'b' }, intend)
    await listenings.report({ ...KEY, listening: 'b' }, [], true)
    await pass(5000)
    expect(written[1]?.outcome).not.toBeNull()
  })

  test('belongs to its session and recording', async () => {
    const { listenings, intend } = setUp()
    await listenings.request(KEY, intend)
    for (const other of [{ sessionId: 't' }, { recordingId: 43 }, { listening: 'b' }])
      expect(await listenings.report({ ...KEY, ...other }, heard([0, 1]), false)).toBeNull()
  })

  test('serves nothing without an intent, and takes no report then', async () => {
    const { listenings, written, intend } = setUp()
    const fails = () => Promise.reject(new Error('disk full'))
    await expect(listenings.request(KEY, fails)).rejects.toThrow('disk full')
    expect(await listenings.report(KEY, heard([0, 1]), false)).toBeNull()
    await listenings.request(KEY, intend)
    expect(written).toHaveLength(1)
  })

  test('that brought nothing ends as what stopped it, and the next try is another entry', async () => {
    const { listenings, written, intend } = setUp()
    const request = await listenings.request(KEY, intend)
    await request.conclude({ status: 503, problem: 'upstream-unavailable' })
    expect(written[0]?.outcome).toMatchObject({ status: 503, problem: 'upstream-unavailable' })
    await listenings.request(KEY, intend)
    expect(written).toHaveLength(2)
  })

  test('is closed when the server stops', async () => {
    const { listenings, written, intend } = setUp()
    await listenings.request(KEY, intend)
    await listenings.report(KEY, heard([0, 300]), false)
    await listenings.closeAll()
    expect(written[0]?.outcome).toMatchObject({ problem: 'aborted', heard: heard([0, 300]) })
  })
})
