import { expect, test } from 'vitest'
import type { TableColumn } from './table-column'
import {
  columnTrack,
  DEFAULT_LAYOUT,
  dropColumn,
  moveColumn,
  parseLayout,
  shownColumns,
} from './table-layout'

const column = (id: string, rest: Partial<TableColumn<null>> = {}): TableColumn<null> => ({
  id,
  label: id,
  width: 100,
  cell: () => null,
  ...rest,
})
const COLUMNS = [column('start', { fixed: true }), column('tags'), column('id', { extra: true })]

test('shows the default, or what is wanted and exists, never without what cannot be hidden', () => {
  expect(shownColumns(COLUMNS, null)).toEqual(['start', 'tags'])
  expect(shownColumns(COLUMNS, ['id', 'gone', 'start'])).toEqual(['id', 'start'])
  expect(shownColumns(COLUMNS, ['tags'])).toEqual(['start', 'tags'])
  expect(shownColumns(COLUMNS, ['gone'])).toEqual(['start', 'tags'])
})

test('a column that grows takes its share of the rest until it has a width', () => {
  expect(columnTrack(90, undefined, false)).toBe('90px')
  expect(columnTrack(90, 2, false)).toBe('minmax(90px, 2fr)')
  expect(columnTrack(310, 2, true)).toBe('310px')
})

test('moves a column by a place or onto another, and stays at the ends', () => {
  expect(moveColumn(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(moveColumn(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(dropColumn(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b'])
  expect(dropColumn(['a', 'b', 'c'], 'a', 'c')).toEqual(['b', 'c', 'a'])
})

test('remembers a layout and takes junk for none', () => {
  const layout = { shown: ['start'], widths: { start: 90 }, density: 'compact' as const }
  expect(parseLayout(JSON.stringify(layout))).toEqual(layout)
  expect(parseLayout('{')).toEqual(DEFAULT_LAYOUT)
  expect(parseLayout('{"shown":[1],"widths":{"a":"x","b":5},"density":9}')).toEqual({
    ...DEFAULT_LAYOUT,
    widths: { b: 28 },
  })
})
