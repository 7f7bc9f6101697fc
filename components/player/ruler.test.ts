import { expect, test } from 'vitest'
import { rulerMarks } from './ruler'

test('a ruler steps in round times and ends at the end', () => {
  expect(rulerMarks(1_122_000, 684)).toEqual([
    0, 180_000, 360_000, 540_000, 720_000, 900_000, 1_122_000,
  ])
  expect(rulerMarks(20_000, 684)).toEqual([0, 5_000, 10_000, 15_000, 20_000])
})

test('labels keep their distance, however long or narrow', () => {
  for (const durationMs of [900, 4_321, 61_000, 3_600_000, 10_800_000, 500_000_000]) {
    for (const widthPx of [120, 480, 1_400]) {
      const marks = rulerMarks(durationMs, widthPx, 60)
      const gaps = marks.slice(1).map((mark, index) => mark - (marks[index] ?? 0))
      for (const gap of gaps) expect((gap / durationMs) * widthPx).toBeGreaterThan(30)
      expect(marks.at(-1)).toBe(durationMs)
    }
  }
})

test('nothing to measure has no marks', () => {
  expect(rulerMarks(0, 500)).toEqual([])
  expect(rulerMarks(5_000, 0)).toEqual([])
})
