import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HeardReport } from '@/lib/contract/listening'
import { createListening, MOST_STRETCHES_TOLD, REPORT_EVERY_MS } from './listening'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A listening with a server that takes what it is sent until told otherwise. */
function started() {
  const sent: HeardReport[] = []
  let answer: () => Promise<void> = () => Promise.resolve()
  let ids = 0
  const listening = createListening(
    (report) => {
      sent.push(report)
      return answer()
    },
    () => `listening-${++ids}`,
  )
  const play = (fromMs: number, toMs: number) => {
    listening.interrupt()
    listening.at(fromMs)
    listening.at(toMs)
  }
  return {
    listening,
    sent,
    play,
    answerWith: (next: () => Promise<void>) => {
      answer = next
    },
  }
}

const rest = () => vi.advanceTimersByTimeAsync(REPORT_EVERY_MS)

test('tells all of it every fifteen seconds while there is news, and nothing when there is none', async () => {
  const { listening, sent, play } = started()
  listening.begin()
  listening.opened()
  play(0, 1_000)
  await vi.advanceTimersByTimeAsync(REPORT_EVERY_MS - 1)
  expect(sent).toEqual([])
  await rest()
  await rest()
  expect(sent).toEqual([
    { listening: 'listening-1', heard: [{ startMs: 0, endMs: 1_000 }], ended: false },
  ])
  play(1_000, 2_000)
  play(5_000, 6_000)
  await rest()
  expect(sent.at(-1)?.heard).toEqual([
    { startMs: 0, endMs: 2_000 },
    { startMs: 5_000, endMs: 6_000 },
  ])
})

test('what did not arrive goes with the next, one at a time', async () => {
  const { listening, sent, play, answerWith } = started()
  listening.begin()
  listening.opened()
  play(0, 1_000)
  answerWith(() => Promise.reject(new Error('lost')))
  await rest()
  expect(sent).toHaveLength(1)
  let arrive = () => {}
  answerWith(
    () =>
      new Promise((done) => {
        arrive = done
      }),
  )
  await rest()
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
  play(1_000, 3_000)
  await rest()
  expect(sent).toHaveLength(2)
  arrive()
  await rest()
  expect(sent.at(-1)?.heard).toEqual([{ startMs: 0, endMs: 3_000 }])
})

test('tells at once when the page is hidden, and that it ended when it is left; the next is another', async () => {
  const { listening, sent, play } = started()
  listening.begin()
  listening.opened()
  play(0, 700)
  listening.tell()
  listening.leave()
  await rest()
  expect(sent.map(({ ended }) => ended)).toEqual([false, true])
  listening.begin()
  expect(listening.id()).toBe('listening-2')
  expect(listening.intervals()).toEqual([])
})

test('says nothing of media that never came, nor before Play', async () => {
  const { listening, sent, play } = started()
  play(0, 500)
  listening.tell()
  listening.leave()
  listening.begin()
  await rest()
  listening.leave()
  expect(sent).toEqual([])
})

test('fits in what a closing page may send', async () => {
  const { listening, sent, play } = started()
  listening.begin()
  listening.opened()
  for (let at = 0; at < 1_500; at++) play(10_000_000 + at * 1_000, 10_000_000 + at * 1_000 + 500)
  listening.leave()
  expect(sent[0]?.heard).toHaveLength(MOST_STRETCHES_TOLD)
  // Two may be under way at once.
  expect(JSON.stringify(sent[0]).length * 2).toBeLessThan(64 * 1024)
})
