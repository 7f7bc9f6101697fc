import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ColumnMapping, HrRow } from '../model'
import { detectDateOrder, readDate } from './dates'
import { employmentOn } from './employment'
import { readNumbers } from './phones'
import { readHrRows } from './read-hr-rows'
import { unscientific } from './scientific'
import { readStatus } from './status'

const RULES = { today: '2026-11-23', defaultCountry: 'GB' }
const MAPPING: ColumnMapping = {
  employeeNumber: [0],
  fullName: [1],
  email: [2],
  phone: [3],
  department: [4],
  status: [5],
  startDate: [6],
  endDate: [7],
}
const read = (...rows: string[][]) =>
  readHrRows(
    rows.map((cells, at) => ({ line: at + 2, cells })),
    MAPPING,
    RULES,
  )

describe('dates', () => {
  test.each([
    ['2026-10-03', '2026-10-03'],
    ['2026-10-03T00:00:00.000Z', '2026-10-03'],
    ['2026-10-03 09:15', '2026-10-03'],
    ['2026/10/3', '2026-10-03'],
    ['03/10/2026', '2026-10-03'],
    ['3.10.2026', '2026-10-03'],
    ['03-10-26', '2026-10-03'],
    ['03/10/2026 00:00:00', '2026-10-03'],
    ['03/10/85', '1985-10-03'],
    ['20261003', '2026-10-03'],
    ['3 Oct 2026', '2026-10-03'],
    ['03-OCT-2026', '2026-10-03'],
    ['03-Oct-26', '2026-10-03'],
    ['October 3, 2026', '2026-10-03'],
    ['Saturday 3rd October 2026', '2026-10-03'],
    ['3. März 2026', '2026-03-03'],
    ['1er juillet 2026', '2026-07-01'],
    ['12 juin 2026', '2026-06-12'],
    ['2026 Feb 1', '2026-02-01'],
    ['46298', '2026-10-03'],
    ['46298.5', '2026-10-03'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, 'day-first')).toBe(date)
  })

  test.each([
    '31/02/2026',
    '29/02/2025',
    '2026-13-01',
    '03/25/2026',
    'soon',
    '4100',
    '1e9',
    '0226-10-03',
  ])('%s is no date', (text) => {
    expect(readDate(text, 'day-first')).toBeNull()
  })

  test('are written with the day or the month first, as the file shows, else as the country has it', () => {
    expect(detectDateOrder(['03/10/2026', '25/10/2026'], 'US')).toBe('day-first')
    expect(detectDateOrder(['03/10/2026', '10/25/2026'], 'GB')).toBe('month-first')
    expect(detectDateOrder(['03/10/2026'], 'GB')).toBe('day-first')
    expect(detectDateOrder(['03/10/2026'], 'US')).toBe('month-first')
    expect(readDate('10/03/2026', 'month-first')).toBe('2026-10-03')
  })

  test('of any day come back from every spelling', () => {
    const days = fc.date({
      min: new Date('1950-01-01'),
      max: new Date('2049-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10)
        const [y = '', m = '', d = ''] = iso.split('-')
        const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000)
        for (const text of [
          iso,
          `${d}/${m}/${y}`,
          `${d}.${m}.${y.slice(2)}`,
          y + m + d,
          `${serial}`,
        ])
          expect(readDate(text, 'day-first')).toBe(iso)
      }),
    )
  })
})

test.each([
  ['Active', 'employed'],
  ['employed', 'employed'],
  ['Active - Full Time', 'employed'],
  ['Maternity leave', 'employed'],
  ['Beschäftigt', 'employed'],
  ['left', 'left'],
  ['LEAVER', 'left'],
  ['Terminated (voluntary)', 'left'],
  ['Inactive', 'left'],
  ['ausgeschieden', 'left'],
  ['Licencié', 'left'],
  ['Future starter', 'not-yet'],
  ['pre-hire', 'not-yet'],
  ['not yet left', 'unknown'],
  ['blue', 'unknown'],
])('the status %s is %s', (text, status) => {
  expect(readStatus(text)).toBe(status)
})

test.each<[string | null, string | null, string | null, HrRow['employment']]>([
  ['active', '2020-01-01', null, 'employed'],
  [null, '2020-01-01', null, 'employed'],
  [null, null, null, 'unknown'],
  ['blue', null, null, 'unknown'],
  ['left', null, null, 'left'],
  ['active', '2020-01-01', '2026-11-22', 'left'],
  ['active', '2020-01-01', '2026-11-23', 'employed'],
  ['leaver', '2020-01-01', '2026-12-31', 'employed'],
  ['active', '2026-11-24', null, 'not-yet'],
  ['active', '2026-11-23', null, 'employed'],
  ['active', '2026-01-01', '2024-06-30', 'employed'],
  ['future starter', null, null, 'not-yet'],
])('%s from %s to %s is %s on the day of the run', (status, start, end, employment) => {
  expect(employmentOn(RULES.today, status, start, end)).toBe(employment)
})

test.each([
  ['+44 (0)7897 897897', ['+44 (0)7897 897897'], []],
  ['7897897897', ['7897897897'], []],
  ['020 7946 0000 / 07897 897897', ['020 7946 0000', '07897 897897'], []],
  ['0161/4961100', ['0161/4961100'], []],
  ['020 7946 0000; 07897 897897', ['020 7946 0000', '07897 897897'], []],
  ['020 7946 0000, ext 12', ['020 7946 0000'], ['12']],
  ['+44 20 7946 0000 x4021', ['+44 20 7946 0000'], ['4021']],
  ['Mobile: 07897 897897', ['07897 897897'], []],
  ['tel:+447897897897', ['+447897897897'], []],
  ['4021', [], ['4021']],
  ['4.47897897897E+11', ['4.47897897897E+11'], []],
  ['n/a', [], []],
  ['see notes', [], []],
])('the cell %j holds the numbers %j and the extensions %j', (cell, phones, extensions) => {
  expect(readNumbers(cell)).toEqual({ phones, extensions })
})

test.each([
  ['4.47897897897E+11', '447897897897'],
  ['4,47897897897e11', '447897897897'],
  ['4.4789789789E+11', '447897897890'],
  ['4.47898E+11', null],
  ['07897', '07897'],
])('%s written out is %s', (text, digits) => {
  expect(unscientific(text)).toBe(digits)
})

test('a full line is a row', () => {
  const { rows, unreadable } = read([
    ' 0042 ',
    'RENARD, Sophie',
    'S.Renard@X.example; Sophie <sr@x.example>',
    '020 7946 0000 ext 7',
    'Sales',
    'Active',
    '03/10/2020',
    '-',
  ])
  expect(unreadable).toEqual([])
  expect(rows).toEqual([
    {
      line: 2,
      employeeNumber: '0042',
      name: 'RENARD, Sophie',
      firstName: null,
      middleName: null,
      lastName: null,
      emails: ['S.Renard@X.example', 'sr@x.example'],
      phones: ['020 7946 0000'],
      extensions: ['7'],
      department: 'Sales',
      group: null,
      jobTitle: null,
      employment: 'employed',
      startDate: '2020-10-03',
      endDate: null,
    },
  ])
})

test.each([
  [['', '', '', '', '', '', '', ''], 'Nothing in this line says who it is about'],
  [['', 'Ann Lee', '', '', '', 'active', '', ''], 'There is a name alone'],
  [['', '', '', '4.47898E+11', '', '', '', ''], 'cut the phone number to 4.47898E+11'],
  [['7', 'Ann Lee', '', '', '', '', '31/02/2026', ''], '“31/02/2026” is not a date.'],
  [['7', 'Ann Lee', '', '', '', '', '', 'soon'], '“soon” is not a date.'],
  [['7', 'Ann Lee'], 'This line has 2 cells; the columns chosen need 8.'],
  [['Emp No', 'Name', 'Email', 'Phone', 'Dept', 'Status', 'Start', 'End'], 'repeats the heading'],
])('%j is unreadable: %s', (cells, reason) => {
  const { rows, unreadable } = read(cells)
  expect(rows).toEqual([])
  expect(unreadable).toEqual([{ line: 2, cells, reason: expect.stringContaining(reason) }])
})

test('no line is lost, whatever is in it', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '',
      '0',
      'n/a',
      '31/02/2026',
      '2026-01-01',
      'a@b.example',
      '07897 897897',
      'active',
      'Ann Lee',
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }), (rows) => {
      const { rows: made, unreadable } = read(...rows)
      const lines = [...made, ...unreadable].map(({ line }) => line).sort((a, b) => a - b)
      expect(lines).toEqual(rows.map((_, at) => at + 2))
      for (const { reason } of unreadable) expect(reason).toMatch(/\w.*[.]$/s)
    }),
  )
})
