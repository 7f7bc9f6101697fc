import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/browser/esm/sync'
import { expect, test } from 'vitest'
import { CSV_LINES, spreadsheetSafe } from './spreadsheet-safe'

test('a spreadsheet gets no formula, and keeps its phone numbers', () => {
  expect(['=1+1', '@x', '-2+3', '+44 7897 897897', '-5', 'plain'].map(spreadsheetSafe)).toEqual([
    "'=1+1",
    "'@x",
    "'-2+3",
    '+44 7897 897897',
    '-5',
    'plain',
  ])
})

test('a line break within a cell never begins a row', () => {
  const rows = [
    ['a\r=1+1', 'b\n=1+1', 'c\r\n=1+1'],
    ['plain', '1', ''],
  ]
  const csv = stringify(rows, CSV_LINES)
  expect(csv.startsWith('"a\r=1+1","b\n=1+1","c\r\n=1+1"\r\n')).toBe(true)
  expect(parse(csv, { record_delimiter: '\r\n' })).toEqual(rows)
})
