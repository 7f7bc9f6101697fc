import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { phoneDigits } from '@/lib/format/phone'
import { type Sheet, sheetRows } from './export-sheet'

type Row = { ref: string; endpoints: string }

const SHEET: Sheet<Row> = {
  title: 'Anything',
  columns: ['ref', 'endpoints'],
  zoned: [],
  phones: ['endpoints'],
  cells: ({ ref, endpoints }) => [ref, endpoints],
}
const NUMBERS = ['447897897897', '12125550147', '493012345678', '33170180941']
const ROWS: Row[] = [
  ...NUMBERS.map((number) => ({ ref: '447897897897', endpoints: number })),
  { ref: '=1+1', endpoints: '447897897897; dana@firm.example; 2001; =cmd' },
]
const cellsOf = (format: 'csv' | 'csv-raw'): string[][] =>
  parse(sheetRows(SHEET, ROWS, format, 'utc'))

test('a phone number is text to a spreadsheet, and the same number when it comes back', () => {
  const cells = cellsOf('csv').map(([, endpoints]) => endpoints ?? '')
  // As a spreadsheet tells a number from a text.
  expect(cells.filter((cell) => Number.isFinite(Number(cell)))).toEqual([])
  expect(cells.slice(0, 4).map((cell) => phoneDigits(cell, 'GB'))).toEqual(NUMBERS)
  // Several together are no number, and might be a formula.
  expect(cells[4]).toBe("'+44 7897 897897; dana@firm.example; 2001; =cmd")
})

test('digits as they are dialled here, or of no country, stay what they are as well', () => {
  const rows = ['07897897897', '999999999999999999', '2001'].map((endpoints) => ({
    ref: endpoints,
    endpoints,
  }))
  expect(parse(sheetRows(SHEET, rows, 'csv', 'utc'))).toEqual([
    ['07897897897', "'07897897897"],
    ['999999999999999999', "'999999999999999999"],
    ['2001', '2001'],
  ])
})

test('other columns keep their digits, and the raw form keeps every value', () => {
  expect(cellsOf('csv').map(([ref]) => ref)).toEqual([
    ...NUMBERS.map(() => '447897897897'),
    "'=1+1",
  ])
  expect(cellsOf('csv-raw')).toEqual(ROWS.map(({ ref, endpoints }) => [ref, endpoints]))
})
