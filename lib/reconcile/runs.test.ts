import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asideAt, withReturned } from './asides'
import { compareRuns, type KeptRun } from './compare-runs'
import { type KeptFault, keptFaults, sha256 } from './key-hashes'
import { runSummary } from './run-summary'
import { compare, RULES, row } from './testing/two-sides'

const fault = (hash: string): KeptFault => ({ kind: 'not-in-hr', hash })
const texts = (faults: readonly KeptFault[]) => faults.map(({ hash }) => hash).join('')

test('a run keeps kinds and hashes, and no names', async () => {
  const mismatches = compare([row({ employeeNumber: null })], {})
  const kept = await keptFaults(mismatches)
  expect(kept).toEqual([
    {
      kind: 'missing-in-focus',
      hash: await sha256('missing-in-focus|h:sophie.renard@firm.example'),
    },
  ])
  expect(JSON.stringify(kept)).not.toMatch(/renard/i)
})

describe('a run against those before it', () => {
  function runs(...of: string[]) {
    let kept: KeptRun | null = null
    return of.map((hashes, day) => {
      const timeUtc = `2026-11-0${day + 1}T00:00:00Z`
      const { comparison, keep } = compareRuns(kept, { timeUtc, faults: [...hashes].map(fault) })
      kept = keep
      return comparison
    })
  }

  test('new, still there, gone, returned', () => {
    const [first, second, third] = runs('ab', 'bc', 'abd')
    expect(first).toMatchObject({ previousUtc: null, stillThere: [], returned: [], gone: [] })
    expect(texts(first?.new ?? [])).toBe('ab')
    expect(
      [second?.new, second?.stillThere, second?.returned, second?.gone].map((of) =>
        texts(of ?? []),
      ),
    ).toEqual(['c', 'b', '', 'a'])
    expect(
      [third?.new, third?.stillThere, third?.returned, third?.gone].map((of) => texts(of ?? [])),
    ).toEqual(['d', 'b', 'a', 'c'])
    expect(third?.previousUtc).toBe('2026-11-02T00:00:00Z')
  })

  test('each fault is in one of them, whatever came before', () => {
    const letters = fc
      .uniqueArray(fc.constantFrom(...'abcdef'), { maxLength: 6 })
      .map((list) => list.join(''))
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 6 }), (history) => {
        runs(...history).forEach((comparison, at) => {
          const now = history[at] ?? ''
          const before = history[at - 1] ?? ''
          const earlier = history.slice(0, Math.max(0, at - 1)).join('')
          const parts = [comparison.new, comparison.stillThere, comparison.returned]
            .map(texts)
            .join('')
          expect([...parts].sort().join('')).toBe([...now].sort().join(''))
          expect(texts(comparison.gone)).toBe(
            [...before].filter((one) => !now.includes(one)).join(''),
          )
          for (const { hash } of comparison.returned) {
            expect(before).not.toContain(hash)
            expect(earlier).toContain(hash)
          }
        })
      }),
    )
  })
})

test('what was set aside waits until its date, and then has returned', () => {
  const [monday, tuesday, friday] = ['2026-11-23', '2026-11-24', '2026-11-27'].map(
    (day) => `${day}T02:00:00.000Z`,
  ) as [string, string, string] // three days
  const asides = [{ hash: 'a', reason: 'on leave', untilUtc: '2026-11-26T00:00:00.000Z' }]
  const faults = [fault('a'), fault('b')]
  const { keep } = compareRuns(null, { timeUtc: monday, faults })
  const on = (timeUtc: string, previous = keep) =>
    withReturned(compareRuns(previous, { timeUtc, faults }).comparison, asides, timeUtc)

  expect([...asideAt(asides, tuesday).keys()]).toEqual(['a'])
  expect(texts(on(tuesday).stillThere)).toBe('ab')
  expect(asideAt(asides, friday).size).toBe(0)
  expect([texts(on(friday).stillThere), texts(on(friday).returned)]).toEqual(['b', 'a'])
  // Once it has returned it is there again.
  const { keep: kept } = compareRuns(keep, { timeUtc: friday, faults })
  expect(texts(on('2026-11-28T02:00:00.000Z', kept).returned)).toBe('')
  // Put aside once more, it waits.
  const again = [...asides, { hash: 'a', reason: 'still', untilUtc: '2027-01-01T00:00:00.000Z' }]
  const { comparison } = compareRuns(keep, { timeUtc: friday, faults })
  expect(texts(withReturned(comparison, again, friday).returned)).toBe('')
})

test('the summary of a run says what, when and by which rules, the same for the same run, a line each', async () => {
  const of = {
    timeUtc: '2026-11-23T02:00:00Z',
    by: 'admin@firm.example',
    tenant: 'https://uk.example/api, account 1000001',
    file: { name: 'hr\n2026.csv', bytes: 12, sha256: await sha256('x') },
    rules: { ...RULES, retention: [{ department: 'Sales', group: null, retentionGroup: 'Board' }] },
    mapping: { employeeNumber: [1], name: [0, 2] },
    heading: ['First', 'Staff ID', 'Last'],
    focus: { whole: false, unreadable: 7 },
    counts: { hrRows: 2, people: 3, endpoints: 4, users: 5, matched: 1, unreadable: 6 },
    faults: [fault('b'), fault('a')],
    aside: 1,
    comparison: null,
  }
  const text = await runSummary(of)
  expect(text).toBe(
    [
      'focus-console/reconciliation',
      'time 2026-11-23T02:00:00Z',
      'by admin@firm.example',
      'focus https://uk.example/api, account 1000001',
      'file hr 2026.csv',
      'file-bytes 12',
      `file-sha256 ${await sha256('x')}`,
      'rule today 2026-11-23',
      'rule default-country GB',
      'rule silent-days 30',
      'rule privileged Users.View',
      'rule retention Sales / * -> Board',
      'rule column employeeNumber <- Staff ID',
      'rule column name <- First + Last',
      'read hr-rows 2',
      'read unreadable-lines 6',
      'read people 3',
      'read endpoints 4',
      'read users 5',
      'read focus-unreadable 7',
      'read focus-incomplete',
      'matched 1',
      'found not-in-hr 2',
      'found 2',
      'set-aside 1',
      `found-sha256 ${await sha256('a\nb\n')}`,
      '',
    ].join('\n'),
  )
  expect(await runSummary({ ...of, faults: [fault('a'), fault('b')] })).toBe(text)
  expect(await runSummary({ ...of, faults: [fault('a'), fault('c')] })).not.toBe(text)
})
