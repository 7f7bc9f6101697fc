import { describe, expect, test } from 'vitest'
import { DEFAULT_PRIVILEGED_RIGHTS } from '@/lib/reconcile/default-rules'
import { MISMATCH_KINDS, type ReconcileRules } from '@/lib/reconcile/model'
import { type HrOptions, makeHr } from '@/sandbox/hr/make-hr'
import { PLANTED_KINDS } from '@/sandbox/hr/planted'
import { RulesFile } from '@/scripts/reconcile-rules'
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
    expect(difference(planted.mismatches, found.mismatches)).toEqual({ missed: [], invented: [] })
    // Each of them once.
    expect(found.mismatches.map(identity).sort()).toEqual(planted.mismatches.map(identity).sort())
    expect(found.unreadable.map(({ line }) => line)).toEqual(
      planted.unreadable.map(({ line }) => line),
    )
  })
})
