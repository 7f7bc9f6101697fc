import { describe, expect, test } from 'vitest'
import { Circuit } from './circuit'
import { FIGURES } from './figures'
import { CallLane } from './lane'
import { retryAfterMs } from './retry-after'
import { backoffMs, RetryBudget } from './retry-budget'
import { Scope } from './scope'
import { ManualClock } from './testing/manual-clock'

const { open, longestOpen, window } = FIGURES.circuit

describe('the circuit', () => {
  const circuitAfter = (clock: ManualClock, alive: number, failed: number) => {
    const circuit = new Circuit(clock, FIGURES.circuit)
    for (let n = 0; n < alive; n += 1) circuit.enter().end('alive')
    for (let n = 0; n < failed; n += 1) circuit.enter().end('failed')
    return circuit
  }

  test.each([
    [0, 19, 'closed'],
    [0, 20, 'open'],
    [10, 10, 'open'],
    [11, 10, 'closed'],
  ])('%i answered and %i failed: %s', (alive, failed, state) =>
    expect(circuitAfter(new ManualClock(), alive, failed).state).toBe(state),
  )

  test('what is older than the window does not count', async () => {
    const clock = new ManualClock()
    const circuit = circuitAfter(clock, 0, 19)
    await clock.advance(window)
    circuit.enter().end('failed')
    expect(circuit.state).toBe('closed')
  })

  test('one call tries at a time; the wait doubles to its limit; an answer closes it', async () => {
    const clock = new ManualClock()
    const circuit = circuitAfter(clock, 0, 20)
    for (let wait = open; wait <= longestOpen * 2; wait *= 2) {
      await clock.advance(Math.min(wait, longestOpen) - 1)
      expect(() => circuit.enter()).toThrow()
      await clock.advance(1)
      const trial = circuit.enter()
      expect(trial.trial).toBe(true)
      expect(() => circuit.enter()).toThrow()
      trial.end('failed')
      expect(circuit.state).toBe('open')
    }
    await clock.advance(longestOpen)
    circuit.enter().end('alive')
    expect(circuit.state).toBe('closed')
  })

  test('a trial that its caller gives up says nothing: the next may try', async () => {
    const clock = new ManualClock()
    const circuit = circuitAfter(clock, 0, 20)
    await clock.advance(open)
    circuit.enter().end('unknown')
    expect(circuit.state).toBe('half-open')
    expect(circuit.enter().trial).toBe(true)
  })

  test('calls from before it opened no longer count when they end', async () => {
    const clock = new ManualClock()
    const circuit = new Circuit(clock, FIGURES.circuit)
    const early = circuit.enter()
    for (let n = 0; n < 20; n += 1) circuit.enter().end('failed')
    early.end('alive')
    expect(circuit.state).toBe('open')
  })
})

test('the retry budget is a tenth of the calls, and one a second', async () => {
  const clock = new ManualClock()
  const budget = new RetryBudget(clock, FIGURES.retryBudget)
  const spent = () => {
    let count = 0
    while (budget.spend()) count += 1
    return count
  }
  expect(spent()).toBe(10)
  for (let n = 0; n < 100; n += 1) budget.called()
  expect(spent()).toBe(10)
  await clock.advance(FIGURES.retryBudget.window)
  expect(spent()).toBe(10)
})

test('full jitter lies between nothing and the capped step', () => {
  const figures = { base: 200, cap: 5_000 }
  expect(backoffMs(() => 0, figures, 3)).toBe(0)
  expect(backoffMs(() => 0.5, figures, 3)).toBe(400)
  expect(backoffMs(() => 1, figures, 20)).toBe(5_000)
})

test.each([
  [undefined, null],
  ['120', 120_000],
  ['0', 0],
  ['Fri, 31 Dec 1999 23:59:59 GMT', 9_000],
  ['Fri, 31 Dec 1999 23:59:40 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
])('Retry-After: %s', (header, expected) =>
  expect(retryAfterMs(header, Date.UTC(1999, 11, 31, 23, 59, 50))).toBe(expected),
)

describe('a lane', () => {
  const scopeOf = (clock: ManualClock) => new Scope(clock, null, 60_000)

  test('hands places on in order, and a place given back twice is given back once', async () => {
    const clock = new ManualClock()
    const lane = new CallLane(clock, 1, FIGURES.queue)
    const order: number[] = []
    const leave = await lane.enter(scopeOf(clock))
    const others = [1, 2].map(async (number) => {
      const next = await lane.enter(scopeOf(clock))
      order.push(number)
      next()
    })
    leave()
    leave()
    await Promise.all(others)
    expect(order).toEqual([1, 2])
    expect(lane.inFlight).toBe(0)
  })

  test('turns away whoever finds the queue full', async () => {
    const clock = new ManualClock()
    const lane = new CallLane(clock, 1, { length: 1, wait: 1_000 })
    const leave = await lane.enter(scopeOf(clock))
    const waiting = lane.enter(scopeOf(clock))
    await expect(lane.enter(scopeOf(clock))).rejects.toMatchObject({ slug: 'rate-limited' })
    leave()
    await waiting
  })
})
