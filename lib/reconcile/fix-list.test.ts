import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { fixListCsv, fixListJsonLines } from './fix-list'
import type { Mismatch } from './model'

const mismatch: Mismatch = {
  kind: 'attribute-differs',
  key: 'attribute-differs|p:1001',
  title: '=HYPERLINK("http://x.example")',
  sentence: '@SUM(A1) and +cmd|calc',
  suggestedAction: 'Ask the\nadministrator; mend "it"',
  evidence: [
    { label: 'Number', hr: '+447897897897', focus: '447897897897', differs: false },
    { label: 'Name', hr: null, focus: '-Dash', differs: true },
  ],
  matchedBy: [{ by: 'email', confidence: 'certain', why: 'E-mail is the same.' }],
  hrLines: [7, 9],
  personIds: [1001],
  endpointIds: [],
  userIds: [],
}

const read = (csv: string): Record<string, string>[] =>
  parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' })

test('no cell of the safe form begins as a formula does', () => {
  const [row = {}] = read(fixListCsv([mismatch], 'safe'))
  expect(Object.values(row).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  expect(row.about).toBe(`'${mismatch.title}`)
})

test('raw keeps every value, and both keep numbers, line breaks and quotation marks', () => {
  const [raw] = read(fixListCsv([mismatch], 'raw'))
  expect(raw).toMatchObject({
    about: mismatch.title,
    what_is_wrong: mismatch.sentence,
    what_to_do: mismatch.suggestedAction,
    in_hr: 'Number: +447897897897',
    in_focus: 'Number: 447897897897; Name: -Dash',
    matched_by: 'E-mail is the same.',
    hr_lines: '7 9',
    person_ids: '1001',
  })
  expect(read(fixListCsv([mismatch], 'safe'))[0]?.in_hr).toBe('Number: +447897897897')
})

test('machines get each mismatch whole', () => {
  const lines = fixListJsonLines([mismatch, mismatch]).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([mismatch, mismatch])
})
