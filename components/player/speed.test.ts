import { expect, test } from 'vitest'
import { remainingLabel, speedLabel, steppedSpeed } from './speed'

test('speed goes in tenths and stays within half and three times', () => {
  expect(steppedSpeed(1, 1)).toBe(1.1)
  expect(steppedSpeed(1.1, 1)).toBe(1.2)
  expect(steppedSpeed(0.5, -1)).toBe(0.5)
  expect(steppedSpeed(3, 1)).toBe(3)
  let speed = 0.5
  for (let step = 0; step < 25; step++) speed = steppedSpeed(speed, 1)
  expect(speed).toBe(3)
  expect(speedLabel(1)).toBe('1.0×')
})

test('what remains is told at the present speed', () => {
  expect(remainingLabel(707_000, 1.8)).toBe('7 min left')
  expect(remainingLabel(40_000, 1)).toBe('40 s left')
  expect(remainingLabel(10_800_000, 1)).toBe('3 h left')
  expect(remainingLabel(10_800_000, 2)).toBe('1 h 30 min left')
  expect(remainingLabel(-5, 1)).toBe('0 s left')
})
