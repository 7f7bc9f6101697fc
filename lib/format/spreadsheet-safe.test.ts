import { expect, test } from 'vitest'
import { spreadsheetSafe } from './spreadsheet-safe'

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
