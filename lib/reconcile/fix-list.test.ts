import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { fixListCsv, fixListJsonLines } from './fix-list'
import { phoneReader } from './normal/phone'
import { readNumbers } from './read/phones'
import { compare, endpoint, person, row } from './testing/two-sides'

const cellsOf = (csv: string) =>
  Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data

/** What a spreadsheet takes for a formula: OWASP, CSV injection. A number with its sign is none. */
const runs = (cell: string) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d\s().]+$/.test(cell)

test('a row a mismatch, with what is to be done', () => {
  const mismatches = compare([row()], {})
  const [heads, cells] = cellsOf(fixListCsv(mismatches, 'safe'))
  expect(heads?.slice(0, 4)).toEqual(['kind', 'about', 'what_is_wrong', 'what_to_do'])
  expect(cells?.slice(0, 4)).toEqual([
    'missing-in-focus',
    'Sophie Renard',
    mismatches[0]?.sentence,
    mismatches[0]?.suggestedAction,
  ])
})

test('says why two are taken for one, and how surely', () => {
  const left = row({ employeeNumber: null, employment: 'left', emails: [], phones: [] })
  const mismatches = compare([left], { people: [person()], endpoints: [endpoint()] })
  expect(mismatches.map(({ matchedBy }) => matchedBy[0]?.confidence)).toEqual(['possible'])
  const [heads = [], cells = []] = cellsOf(fixListCsv(mismatches, 'safe'))
  expect(cells[heads.indexOf('matched_by')]).toMatch(/Nothing else joins them\. \(possible\)$/)
})

test('no cell of the safe form runs in a spreadsheet, whatever HR writes; the raw form keeps what it writes', () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '')
  const odd = fc
    .tuple(start, fc.string(), fc.constantFrom('', '\r=1+1', '\n=1+1', '"\r\n=1+1'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(odd, odd, (name, department) => {
      const mismatches = compare([row({ name, department, emails: [name], phones: [] })], {})
      const safe = cellsOf(fixListCsv(mismatches, 'safe')).flat()
      expect(safe.filter(runs)).toEqual([])
      const [, raw] = cellsOf(fixListCsv(mismatches, 'raw'))
      expect(raw?.[1]).toBe(mismatches[0]?.title)
    }),
  )
})

test.each(['safe', 'raw'] as const)(
  'phone numbers come back from the %s form as they were',
  (form) => {
    const read = phoneReader('GB')
    for (const value of ['447897897897', '442079460000', '14155550100', '49221496110']) {
      const [mismatch] = compare([], { endpoints: [endpoint({ value, personId: null })] })
      const [, cells] = cellsOf(fixListCsv(mismatch === undefined ? [] : [mismatch], form))
      const [number = ''] = readNumbers(cells?.[1]).phones
      expect(read(number)).toBe(value)
    }
  },
)

test('a JSON object a line, whole', () => {
  const mismatches = compare(
    [row(), row({ line: 3, employeeNumber: 'HR-2', emails: [], phones: [] })],
    {},
  )
  const lines = fixListJsonLines(mismatches).split('\n')
  expect(lines.pop()).toBe('')
  expect(lines.map((line) => JSON.parse(line))).toEqual(mismatches)
})
