import { expect, test } from 'vitest'
import { SignInThrottle } from './sign-in-throttle'

function clocked() {
  const clock = { nowMs: 1_000_000 }
  return { clock, throttle: new SignInThrottle(() => clock.nowMs) }
}

test('waits double after five failures, up to five minutes, for that address alone', () => {
  const { clock, throttle } = clocked()
  for (let failures = 0; failures < 5; failures++) {
    expect(throttle.admits('anna')).toBe(true)
    throttle.failed('anna')
  }
  const waits: number[] = []
  for (let more = 0; more < 11; more++) {
    const fromMs = clock.nowMs
    while (!throttle.admits('anna')) clock.nowMs += 500
    waits.push((clock.nowMs - fromMs) / 1000)
    throttle.failed('anna')
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
  expect(throttle.admits('daniel')).toBe(true)
})

test('a success forgets the failures', () => {
  const { throttle } = clocked()
  for (let failures = 0; failures < 5; failures++) throttle.failed('anna')
  expect(throttle.admits('anna')).toBe(false)
  throttle.succeeded('anna')
  expect(throttle.admits('anna')).toBe(true)
})

test('a quarter of an hour without a failure forgets them too', () => {
  const { clock, throttle } = clocked()
  for (let failures = 0; failures < 9; failures++) throttle.failed('anna')
  clock.nowMs += 15 * 60_000
  throttle.failed('anna')
  expect(throttle.admits('anna')).toBe(true)
})

test('everybody together makes at most sixty attempts a minute', () => {
  const { clock, throttle } = clocked()
  const admitted = Array.from({ length: 100 }, (_, i) => throttle.admits(`guess-${i}`))
  expect(admitted.filter(Boolean)).toHaveLength(60)
  clock.nowMs += 60_000
  expect(throttle.admits('guess-100')).toBe(true)
})
