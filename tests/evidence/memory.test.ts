import { expect, test } from 'vitest'
import { evidenceBench } from './evidence-bench'

const MEGABYTE = 2 ** 20

test('a call of three hours is packed within a fixed memory', async () => {
  const bench = await evidenceBench({ sandbox: { recordings: 60 } })
  const held = () => {
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  try {
    // What is loaded once is loaded now.
    await bench.over((await bench.order([500_011])).id)
    const before = held()
    let peak = before
    const watch = setInterval(() => {
      peak = Math.max(peak, held())
    }, 20)
    const { id } = await bench.order([500_008])
    const state = await bench.over(id)
    clearInterval(watch)
    expect(state?.state).toBe('ready')
    expect(state?.sizeBytes).toBeGreaterThan(160 * MEGABYTE)
    // The tenant that makes the sound is in this process, too.
    expect(peak - before).toBeLessThan(100 * MEGABYTE)
  } finally {
    await bench.close()
  }
}, 120_000)
