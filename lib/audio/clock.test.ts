import { expect, test } from 'vitest'
import { systemClock } from './clock'

/** Holds the process up, as a long garbage collection does. */
function stall(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

test('what came during a stall is heard before the timer that fell due in it', async () => {
  const order: string[] = []
  await new Promise<void>((resolve) => {
    systemClock.after(50, () => {
      order.push('timer')
      resolve()
    })
    setTimeout(() => order.push('what came'), 60)
    stall(120)
  })
  expect(order).toEqual(['what came', 'timer'])
})
