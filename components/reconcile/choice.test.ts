import { expect, test } from 'vitest'
import { noChoice, withPress } from './choice'

const press = (place: number, range = false, listKey = 'one') => ({ listKey, place, range })

test('a press turns one, a stretch is from the press before', () => {
  const one = withPress(noChoice('one'), press(5))
  expect(one.ranges).toEqual([[5, 5]])
  expect(withPress(one, press(9, true)).ranges).toEqual([[5, 9]])
  expect(withPress({ ...one, count: 1 }, press(5))).toMatchObject({ ranges: [], count: 0 })
})

test('a stretch in another list does not begin where the last press was in this one', () => {
  expect(withPress(noChoice('one'), press(5)).anchor).toBe(5)
  expect(withPress(noChoice('other'), press(900, true, 'other')).ranges).toEqual([[900, 900]])
})

test('a row that arrives when its list has been left is not chosen in the next', () => {
  const other = noChoice('other')
  expect(withPress(other, press(5))).toBe(other)
})

test('the count is never that of other ranges: one more or less, and none until a stretch is counted', () => {
  const one = withPress(noChoice('one'), press(5))
  expect(one.count).toBe(1)
  const stretch = withPress(one, press(9, true))
  expect(stretch.count).toBeNull()
  expect(withPress(stretch, press(20)).count).toBeNull()
  const counted = { ...stretch, count: 3 }
  expect(withPress(counted, press(20)).count).toBe(4)
  expect(withPress(counted, press(7)).count).toBe(2)
})
