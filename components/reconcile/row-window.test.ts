import { expect, test, vi } from 'vitest'
import { RowWindow } from './row-window'
import type { MismatchRow } from './worker-messages'

const row = (at: number): MismatchRow => ({
  at,
  title: `${at}`,
  hr: '',
  focus: '',
  matchedBy: '',
  since: null,
})

function windowOf(size: number) {
  const asked: number[] = []
  const window = new RowWindow(async (from, to) => {
    asked.push(from)
    return Array.from({ length: Math.max(0, Math.min(to, size) - from) }, (_, at) => row(from + at))
  })
  const arrived = () => new Promise<void>((done) => window.subscribe(done))
  return { window, asked, arrived }
}

test('asks once for what is on screen, and has it when it has arrived', async () => {
  const { window, asked, arrived } = windowOf(1_000)
  window.look(190, 195)
  window.look(191, 196)
  expect(window.rowAt(191)).toBeUndefined()
  const before = window.version()
  await arrived()
  expect(window.version()).not.toBe(before)
  expect(window.rowAt(191)?.at).toBe(191)
  expect(asked).toEqual([0])
  window.look(395, 405)
  expect(asked).toEqual([0, 200, 400])
})

test('lets go of what was seen longest ago', async () => {
  const { window, asked, arrived } = windowOf(100_000)
  for (let page = 0; page < 20; page += 1) {
    window.look(page * 200, page * 200)
    await arrived()
  }
  window.look(0, 0)
  window.look(4_000, 4_000)
  await arrived()
  expect(window.rowAt(0)?.at).toBe(0)
  expect(window.rowAt(200)).toBeUndefined()
  expect([...window.rows()]).toHaveLength(4_000)
  window.look(200, 200)
  await arrived()
  expect(window.rowAt(200)?.at).toBe(200)
  expect(asked).toHaveLength(22)
})

test('rows that did not come are asked for again', async () => {
  const asked: number[] = []
  const shaky = new RowWindow(async (from, to) => {
    asked.push(from)
    if (asked.length === 1) throw new Error('The worker could not answer')
    return Array.from({ length: to - from }, (_, at) => row(from + at))
  })
  shaky.look(0, 20)
  await vi.waitFor(() => {
    shaky.look(0, 20)
    expect(shaky.rowAt(3)).toMatchObject({ at: 3 })
  })
  expect(asked).toEqual([0, 0])
})
