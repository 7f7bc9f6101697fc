import { describe, expect, test } from 'vitest'
import { DEFAULT_PRIVILEGED_RIGHTS } from '@/lib/reconcile/default-rules'
import { MISMATCH_KINDS, type ReconcileRules } from '@/lib/reconcile/model'
import { type HrOptions, makeHr } from '@/sandbox/hr/make-hr'
import { PLANTED_KINDS } from '@/sandbox/hr/planted'
import { RulesFile } from '@/lib/reconcile/rules-file'
import { directoryOverHttp } from './directory-over-http'
import { difference, findIn, identity } from './found'

const NOW = Date.parse('2026-11-23T19:40:00Z')
const TODAY = '2026-11-23'

/** The file and the firm of the same seed, each made apart from the other, compared. */
async function compare(options: Omit<HrOptions, 'today'> & { seed: number; rows: number }) {
  const { bytes, planted, rules: written } = makeHr({ ...options, today: TODAY })
  const { retention, silentDays, privilegedRights, defaultCountry } = RulesFile.parse(
    JSON.parse(JSON.stringify(written)),
  )
  const rules: ReconcileRules = {
    ...{ today: TODAY, retention, silentDays, privilegedRights },
    defaultCountry: defaultCountry ?? 'GB',
  }
  const { seed, rows: people } = options
  const directory = await directoryOverHttp({ seed, people, nowMs: NOW })
  return { planted, found: await findIn(bytes, directory, rules) }
}

const FILES: [string, Parameters<typeof compare>[0]][] = [
  ['the sixty, tidy', { seed: 7, rows: 60 }],
  ['the sixty, messy', { seed: 7, rows: 60, messy: true }],
  ['5,000, tidy', { seed: 7, rows: 5000 }],
  ['5,000, messy', { seed: 7, rows: 5000, messy: true }],
  [
    '5,000 from a spreadsheet, with 30 lines that no row can be made of',
    {
      ...{ seed: 7, rows: 5000, messy: true, names: 'whole', headings: 'short' },
      ...{ separator: 'semicolon', encoding: 'utf-8-bom', unreadable: 30, title: true },
    },
  ],
  [
    '3,000 in German and UTF-16, messy',
    {
      ...{ seed: 11, rows: 3000, messy: true, headings: 'de', names: 'whole' },
      ...{ separator: 'tab', encoding: 'utf-16', unreadable: 30 },
    },
  ],
  [
    '3,000 in German and Windows-1252, messy',
    {
      ...{ seed: 23, rows: 3000, messy: true, headings: 'de', separator: 'semicolon' },
      ...{ encoding: 'windows-1252', unreadable: 9 },
    },
  ],
  [
    '3,000 with commas, a title and whole names, messy',
    {
      ...{ seed: 31, rows: 3000, messy: true, names: 'whole', title: true, unreadable: 30 },
    },
  ],
  ['2,000 parted by bars, tidy', { seed: 42, rows: 2000, separator: 'pipe', unreadable: 30 }],
  ['2,000, messy', { seed: 99, rows: 2000, messy: true, headings: 'short' }],
]

/** What is to be said of a line that no row can be made of, by what was done to it. */
const EXPLAINED: Record<string, RegExp> = {
  'a day that the calendar does not have': /^“31\/02\/2026” is not a date\.$/,
  'says of nobody that they are employed': /^Nothing in this line says who it is about/,
  'a quotation mark that is never closed': /^A quotation mark in this line is not closed/,
  'cells missing at its end': /^This line has 3 cells; the heading has 1[34]\.$/,
  'cells too many': /^This line has 1[56] cells; the heading has 1[34]\.$/,
  'a name alone': /^There is a name alone/,
  'the heading again': /^This line repeats the heading\.$/,
  'a total': /^This line has 2 cells; the heading has 1[34]\.$/,
  'a phone number that a spreadsheet has cut': /^A spreadsheet has cut the phone number/,
  'above the heading': /^This line stands above the heading\.$/,
}

test('the kinds are the engine’s', () => {
  expect(PLANTED_KINDS).toEqual(MISMATCH_KINDS)
  expect(DEFAULT_PRIVILEGED_RIGHTS).toContain('Users.View')
})

describe('everything planted is found, and nothing else', () => {
  test.each(FILES)('in %s', async (_, options) => {
    const { planted, found } = await compare(options)
    const never = MISMATCH_KINDS.filter((kind) => planted.counts[kind] === 0)
    // Sixty people are too few for everything to go wrong among them.
    if (options.rows >= 2000) expect(never).toEqual([])
    const unwritten = Object.entries(planted.clues).filter(([, lines]) => lines.length === 0)
    if (options.rows >= 2000) expect(unwritten).toEqual([])
    expect(difference(planted.mismatches, found.mismatches)).toEqual({ missed: [], invented: [] })
    // Each of them once.
    expect(found.mismatches.map(identity).sort()).toEqual(planted.mismatches.map(identity).sort())
    // Nothing lost, and what cannot be read is explained by what is wrong with it.
    expect(found.counts.hrRows).toBe(planted.rows)
    expect(found.unreadable.map(({ line, reason }) => ({ line, reason }))).toEqual(
      planted.unreadable.map(({ line, how }) => ({
        line,
        reason: expect.stringMatching(EXPLAINED[how] ?? `a reason for “${how}”`),
      })),
    )
  })
})
