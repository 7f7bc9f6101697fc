import { describe, expect, test } from 'vitest'
import { FOCUS_CALLS } from './endpoints'
import { focusAt, patient } from './testing/focus-at'
import { ManualClock } from './testing/manual-clock'
import type { Transport } from './transport'

const AUTH = FOCUS_CALLS.authenticate.path

/** Numbers that look random and are the same every time (a linear congruential generator). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** A Focus in memory that is down or up; it answers at once, so that hours pass in a moment. */
function weather() {
  const sky = { down: false, requests: 0 }
  const transport: Transport = async ({ url }) => {
    sky.requests += 1
    const reply = url.endsWith(AUTH) ? { token: 'a' } : { recordings: [] }
    const bytes = new TextEncoder().encode(JSON.stringify(reply))
    return {
      status: sky.down ? 503 : 200,
      header: () => undefined,
      body: (async function* () {
        yield bytes
      })(),
      destroy: () => {},
      discard: () => {},
    }
  }
  return { sky, transport }
}

describe.each([5, 20])('a storm, asked %i times a second', (perSecond) => {
  test('costs few calls, and is over soon after it ends', async () => {
    const clock = new ManualClock()
    const { sky, transport } = weather()
    const { focus } = focusAt('http://127.0.0.1:1/api', { clock, transport, random: dice(3) })
    let good = 0
    let asked = 0
    const run = async (seconds: number) => {
      good = 0
      asked = 0
      for (let step = 0; step < seconds * perSecond; step += 1) {
        asked += 1
        focus.searchRecordings({}, patient()).then(
          () => {
            good += 1
          },
          () => {},
        )
        await clock.advance(1000 / perSecond)
      }
      await clock.advance(0)
    }

    await run(30)
    expect(good).toBe(asked)
    sky.down = true
    sky.requests = 0
    await run(300)
    expect(good).toBe(0)
    expect(sky.requests / asked).toBeLessThanOrEqual(1.15)
    sky.down = false
    await run(60)
    await run(10)
    expect(good / asked).toBeGreaterThanOrEqual(0.9)
  })
})
