import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { makeFirm } from '../tenant/firm'
import { FAULTS } from '../tenant/firm-faults'
import { encoded } from './hr-file'
import { type HrOptions, makeHr } from './make-hr'
import { PLANTED_KINDS } from './planted'

const TODAY = '2026-11-23'
const make = (options: Partial<HrOptions> = {}) =>
  makeHr({ seed: 7, rows: 1000, today: TODAY, ...options })
const textOf = (options: Partial<HrOptions> = {}) => make(options).bytes.toString()

describe('an HR file', () => {
  it('is the same for the same seed and day, and another for another', () => {
    const { bytes, planted } = make({ messy: true, unreadable: 20 })
    const again = make({ messy: true, unreadable: 20 })
    expect(again.bytes.equals(bytes)).toBe(true)
    expect(again.planted).toEqual(planted)
    expect(make({ seed: 8, messy: true, unreadable: 20 }).bytes.equals(bytes)).toBe(false)
  })

  it('has a row for everybody of its firm whom HR is to have', () => {
    const rows = parse(textOf({ rows: 60 }), { columns: true })
    const { subscribers } = makeFirm()
    // And the administrator.
    expect(rows).toHaveLength(subscribers.length + 1)
    expect(rows[0]).toMatchObject({
      'Employee Number': 'HR-4100',
      'First Name': 'Priya',
      'Last Name': 'Shah',
      'Work Phone': '+441614961100',
      Extension: '2001',
      Status: 'Active',
    })
  })

  it('has three of every kind at least in 5,000 rows, and says how many', () => {
    const { planted } = make({ rows: 5000 })
    for (const kind of PLANTED_KINDS) {
      const found = planted.mismatches.filter((mismatch) => mismatch.kind === kind)
      expect([kind, found.length]).toEqual([kind, planted.counts[kind]])
      expect(found.length).toBeGreaterThanOrEqual(3)
    }
  })

  it('has every fault of a block in a firm of one block', () => {
    const least = 60 + 2 * FAULTS.length
    expect(make({ rows: least }).planted.mismatches.length).toBeGreaterThan(60)
    expect(Math.min(...Object.values(make({ rows: least }).planted.counts))).toBeGreaterThan(0)
  })

  it('names the line of the file on which each row begins', () => {
    const { bytes, planted } = make({ messy: true, title: true, unreadable: 9 })
    const lines = bytes.toString().split('\n')
    expect(lines[1]).toMatch(/^Employee Number,/)
    const still = planted.mismatches.filter(({ kind }) => kind === 'left-still-recorded')
    const people = new Map(
      makeFirm({ people: 1000, seed: 7 }).people.map((person) => [person.personId, person]),
    )
    for (const { hrLines, personIds } of still) {
      const digits = people.get(personIds[0] ?? 0)?.externalRef?.replace(/^\D*0*/, '')
      expect(lines[(hrLines[0] ?? 0) - 1]?.split(',')[0]).toContain(digits)
    }
    const spoilt = (how: RegExp) =>
      planted.unreadable.flatMap((one) => (how.test(one.how) ? (lines[one.line - 1] ?? '') : []))
    expect(spoilt(/calendar/)).toEqual([expect.stringContaining('31/02/2026')])
    expect(spoilt(/total/)).toEqual([expect.stringMatching(/^Total,/)])
    expect(spoilt(/above/)).toEqual([expect.stringMatching(/^Staff list/)])
  })

  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['pipe', '|'],
  ] as const)('is parted by a %s, whatever stands in its cells', (separator, delimiter) => {
    const text = textOf({ separator, messy: true, names: 'whole' })
    const rows: string[][] = parse(text, { delimiter })
    expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([13]))
    expect(rows.flat()).toContain('Moved desk,\nsee ticket 4711')
  })

  it('is written in the encoding asked for', () => {
    const text = textOf({ messy: true })
    expect(make({ messy: true, encoding: 'utf-8-bom' }).bytes.toString()).toBe(`\ufeff${text}`)
    const wide = make({ messy: true, encoding: 'utf-16' }).bytes
    expect(new TextDecoder('utf-16le').decode(wide)).toBe(text)
    const narrow = make({ messy: true, encoding: 'windows-1252' }).bytes
    expect(narrow.length).toBe(text.length)
    expect(encoded('O’Brien – ü', 'windows-1252').toString('hex')).toBe('4f92427269656e209620fc')
    expect(() => encoded('Łukasz', 'windows-1252')).toThrow('Ł')
  })
})

describe('what people and spreadsheets leave of it', () => {
  const parts = textOf({ rows: 3000, messy: true })
  const whole: string[][] = parse(
    textOf({ rows: 3000, messy: true, names: 'whole', headings: 'de' }),
  )

  it.each<[string, RegExp]>([
    ['+44 (0)161 500 0420', /\+44 \(0\)\d{2,4} \d{3} \d+/],
    ['a zero eaten', /,161\d{7},/],
    ['a number as a spreadsheet shows it', /4\.4\d+E\+11/],
    ['an extension behind the number', / ext \d{4},/],
    ['zeros of an employee number eaten', /^\d{4,5},/m],
    ['an employee number as a decimal', /^\d{4,5}\.0,/m],
    ['an employee number in small letters', /^hr-\d+,/m],
    ['an address in capitals', /[A-Z]+\.[A-Z]+@HALLAM-PRYCE\.EXAMPLE/],
    ['an alias', /\+hr@/],
    ['umlauts written out', /Mueller/],
    ['umlauts without marks', /Muller/],
    ['a nickname', /,(Bob|Bill|Liz),/],
    ['a middle initial', /,\p{L}+ [JALMG]\.,/u],
    ['a day with its month in words', /,\d{1,2} (Jan|Feb|Mar) \d{4},/],
  ])('%s', (_, written) => {
    expect(parts).toMatch(written)
  })

  it.each<[string, RegExp]>([
    ['a family name in capitals before a comma', /^MÜLLER, \p{L}+$/u],
    ['a name turned round', /^\p{L}+ (Daniel|William|Stephen|Thomas|Nicholas|Robert)$/u],
    ['German headings', /^Personalnummer$/],
    ['German days', /^\d\d\.\d\d\.\d{4}$/],
    ['German words', /^ausgeschieden$/],
  ])('%s', (_, written) => {
    expect(whole.flat().some((cell) => written.test(cell))).toBe(true)
  })
})

it('comes with rules for every department, teams before their department', () => {
  const { rules } = make()
  expect(rules.retention).toContainEqual({
    department: 'Trading',
    group: null,
    retentionGroup: 'Trading floor',
  })
  const trading = rules.retention.filter(({ department }) => department === 'Trading')
  expect(trading.map(({ group }) => group)).toEqual(['Rates & Credit', null])
})
