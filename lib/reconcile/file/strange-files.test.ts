import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { UnreadableLine } from '../model'
import { readHrRows } from '../read/read-hr-rows'
import { guessMapping } from './guess-mapping'
import { readTable } from './read-table'

const RULES = { today: '2026-11-23', defaultCountry: 'DE' }
const HEADING = [
  'Personalnr.',
  'Name',
  'Vorname',
  'E-Mail',
  'Telefon',
  'Abteilung',
  'Bemerkung',
  'Eintritt',
  'Status',
]

test('a file made by somebody else: nothing is lost, and what cannot be read is explained', async () => {
  const good = (at: number, note = '') => [
    `00${at}`,
    'Müller',
    `Jörg ${at}`,
    `j${at}@firma.example`,
    '0221/4961100',
    'Handel',
    note,
    '03.10.2019',
    'aktiv',
  ]
  const quoted = (cells: string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')
  const lines = [HEADING.join(';')]
  for (let at = 1; at <= 200; at++)
    lines.push(quoted(good(at, at % 10 === 0 ? 'eins;\r\n"zwei"' : '')))
  lines.push(quoted(good(7)), quoted(good(7)))
  const bad = [
    ';;;;;;;;',
    ...Array.from(
      { length: 8 },
      (_, at) => `9${at};Groß;Anna;a@x.example;;Handel;;31.02.2019;aktiv`,
    ),
    ...Array.from({ length: 8 }, () => ';Groß;Anna;;;;;;aktiv'),
    ...Array.from(
      { length: 7 },
      (_, at) => `8${at};Groß;Anna;a@x.example;;Handel;;01.01.2019;aktiv;zu viel`,
    ),
    ...Array.from({ length: 6 }, (_, at) => `7${at};Groß;Anna`),
    '66;"Groß;Anna;a@x.example;;Handel;;01.01.2019;aktiv',
    HEADING.join(';'),
  ]
  lines.push(...bad, quoted(good(300)))
  const bytes = new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
  const table = await readTable(bytes, 'personal.csv')
  const mapping = guessMapping(table.heading, table.lines)
  expect(mapping).toEqual({
    employeeNumber: [0],
    lastName: [1],
    firstName: [2],
    email: [3],
    phone: [4],
    department: [5],
    status: [8],
    startDate: [7],
  })
  const { rows, unreadable } = readHrRows(table.lines, mapping, RULES)
  const explained: UnreadableLine[] = [...table.problems, ...unreadable]
  expect(rows).toHaveLength(203)
  expect(new Set(rows.map(({ startDate }) => startDate))).toEqual(new Set(['2019-10-03']))
  // The first of the bad ones says nothing at all, which loses nothing.
  expect(explained).toHaveLength(bad.length - 1)
  // A quoted line break is one physical line more: each tenth of the two hundred has one.
  const firstBad = 1 + 200 + 20 + 2 + 2
  expect(explained.map(({ line }) => line).sort((a, b) => a - b)).toEqual(
    bad.slice(1).map((_, at) => firstBad + at),
  )
  for (const { reason } of explained) expect(reason).toMatch(/\w.*\.$/)
  expect(rows.at(-1)?.line).toBe(firstBad + bad.length - 1)
})

test('whatever stands in the cells, a well-formed file comes back as it is', async () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'a;b',
      'a,b',
      'x\ty',
      '"quoted"',
      'two\nlines',
      'Müller',
      '',
      '  ',
      "it's",
      'a|b',
    ),
  )
  const row = fc.tuple(fc.constant('k'), cell, cell, fc.constant('z'))
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      async (drawn, delimiter, newline) => {
        const rows = drawn.map((cells) => cells.map((text) => text.replace(/\r\n?|\0/g, '\n')))
        // Every cell in quotes, or a sign in it might be taken for the separator of the file.
        const text = Papa.unparse([['first', 'second', 'third', 'last'], ...rows], {
          delimiter,
          newline,
          quotes: true,
        })
        const table = await readTable(new TextEncoder().encode(text), 'x.csv')
        expect(table.separator).toBe(delimiter)
        expect(table.problems).toEqual([])
        expect(table.lines.map(({ cells }) => cells)).toEqual(rows)
      },
    ),
  )
})

test('whatever stands in a file, every line of it that says anything is a line, a problem or the heading', async () => {
  const piece = fc.constantFrom('a', '1', ';', ',', '"', '\n', ' ', 'x@y.example', '""')
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 60 }), async (pieces) => {
      const text = pieces.join('')
      const table = await readTable(new TextEncoder().encode(text), 'x.csv').catch(() => null)
      if (table === null) return
      const said = [...table.lines, ...table.problems].flatMap(({ cells }) => [...cells])
      const letters = (texts: string[]) => texts.join('').replace(/[^a-z0-9@]/g, '').length
      const heading = table.heading.filter((head) => !/^Column \d+$/.test(head))
      expect(letters([...said, ...heading])).toBe(letters([text]))
    }),
    { numRuns: 500 },
  )
})
