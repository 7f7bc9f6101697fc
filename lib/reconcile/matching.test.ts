import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '@/lib/contract/person'
import type { HrRow } from './model'
import { compare, endpoint, kinds, otherPerson, otherRow, person, row } from './testing/two-sides'

const bare: Partial<HrRow> = { employeeNumber: null, emails: [], phones: [], jobTitle: null }

test('two sides that agree have no mismatch', () => {
  expect(compare([row()], { people: [person()], endpoints: [endpoint()] })).toEqual([])
})

/** How the row was joined, told by a mismatch that names it: the person has left by HR. */
function joined(rowOver: Partial<HrRow>, personOver: Partial<Person> = {}) {
  const found = compare([row({ ...rowOver, employment: 'left' })], {
    people: [person(personOver)],
    endpoints: [endpoint()],
  }).find(({ kind }) => kind === 'left-still-recorded')
  return found?.matchedBy.map(({ by, confidence }) => `${by} ${confidence}`).join() ?? null
}

describe('a row and a person are joined', () => {
  test.each<[string, Partial<HrRow>, Partial<Person>, string | null]>([
    [
      'by the employee number',
      { name: 'X Y', emails: [], phones: [] },
      {},
      'employee-number certain',
    ],
    [
      'by the number in another spelling',
      { ...bare, employeeNumber: 'hr 1' },
      {},
      'employee-number certain',
    ],
    [
      'by a number whose zeros were eaten',
      { ...bare, employeeNumber: '42' },
      { externalRef: '0042' },
      'employee-number certain',
    ],
    [
      'by e-mail in other letters',
      { ...bare, emails: ['Sophie.RENARD+x@firm.example'] },
      {},
      'email certain',
    ],
    [
      'by a second e-mail',
      { ...bare, emails: ['s@home.example', 'sophie.renard@firm.example'] },
      {},
      'email certain',
    ],
    [
      'by a phone in any spelling',
      { ...bare, phones: ['(07700) 900 001'], department: null },
      {},
      'phone likely',
    ],
    [
      'by a phone without a name',
      { ...bare, name: null, phones: ['7700900001'] },
      {},
      'phone likely',
    ],
    [
      'not by a phone against the name',
      { ...bare, name: 'Marcus Olsen', phones: ['07700900001'] },
      {},
      null,
    ],
    ['by name and department', { ...bare, name: 'RENARD, Sophie' }, {}, 'name possible'],
    ['by name and job', { ...bare, department: null, jobTitle: 'trader' }, {}, 'name possible'],
    ['by a name with one slip', { ...bare, name: 'Sophie Renart' }, {}, 'name possible'],
    ['not by name alone', { ...bare, department: 'Pensions' }, {}, null],
    ['not by name against the employee number', { ...bare, employeeNumber: 'HR-9' }, {}, null],
    ['not with an external contact', {}, { type: 'external' }, null],
  ])('%s', (_, rowOver, personOver, expected) => {
    expect(joined(rowOver, personOver)).toBe(expected)
  })

  test('by an extension that one endpoint has, and not by one that two have', () => {
    const sip = (endpointId: number, personId: number) =>
      endpoint({ endpointId, personId, type: 'sip', value: `sip:2001@site${endpointId}.example` })
    const rows = [row({ ...bare, department: null, extensions: ['2001'], employment: 'left' })]
    expect(kinds(rows, { people: [person()], endpoints: [sip(11, 1)] })).toContain(
      'left-still-recorded',
    )
    const two = { people: [person(), otherPerson()], endpoints: [sip(11, 1), sip(12, 2)] }
    expect(kinds(rows, two)).not.toContain('left-still-recorded')
  })

  test('by a surer step before a less sure one', () => {
    const rows = [row({ emails: ['marcus.olsen@firm.example'] }), otherRow()]
    const people = [person(), otherPerson()]
    const found = compare(rows, {
      people,
      endpoints: [endpoint(), endpoint({ endpointId: 12, personId: 2, value: '447700900002' })],
    })
    expect(found.map(({ kind, personIds }) => [kind, personIds])).toEqual([
      ['attribute-differs', [1]],
    ])
  })

  test('though HR has given them a new number, once the old employment is over', () => {
    const rows = [
      row({ employment: 'left', startDate: '2015-01-01', endDate: '2019-06-30' }),
      row({ line: 3, employeeNumber: 'HR-900' }),
    ]
    expect(compare(rows, { people: [person()], endpoints: [endpoint()] })).toEqual([])
  })
})

describe('what is not clear is said, not guessed', () => {
  test('two people with one employee number', () => {
    const people = [person(), otherPerson({ externalRef: 'HR-1' })]
    const [found, ...others] = compare([row({ emails: [], phones: [] })], { people })
    expect(others).toEqual([])
    expect(found).toMatchObject({ kind: 'hr-row-matches-several', personIds: [1, 2], hrLines: [2] })
    expect(found?.sentence).toContain('Sophie Renard (1) and Marcus Olsen (2)')
  })

  test('two of one name in one department', () => {
    const people = [person({ externalRef: null }), person({ personId: 2, externalRef: null })]
    expect(kinds([row({ ...bare })], { people })).toEqual(['hr-row-matches-several'])
  })

  test('an exact name goes before one with a slip', () => {
    const people = [
      person({ externalRef: null }),
      person({ personId: 2, externalRef: null, name: 'Sophie Renart', lastName: 'Renart' }),
    ]
    const found = compare([row({ ...bare })], { people })
    expect(found.find(({ kind }) => kind === 'not-in-hr')?.personIds).toEqual([2])
  })

  test('somebody no longer in use does not make it unclear', () => {
    const people = [person(), person({ personId: 2, active: false })]
    expect(compare([row()], { people, endpoints: [endpoint()] })).toEqual([])
  })

  test('two rows that say different things, and nothing else of that person', () => {
    const rows = [row(), row({ line: 9, employment: 'left', department: 'Pensions' })]
    const found = compare(rows, { people: [person()], endpoints: [endpoint()] })
    expect(found).toMatchObject([
      { kind: 'several-hr-rows-match', hrLines: [2, 9], personIds: [1] },
    ])
  })

  test('two rows that say the same, and the rest is still said', () => {
    const rows = [row({ employment: 'left' }), row({ line: 9, employment: 'left' })]
    expect(kinds(rows, { people: [person()], endpoints: [endpoint()] })).toEqual([
      'left-still-recorded',
      'several-hr-rows-match',
    ])
  })
})

describe('whoever stands in a line that could not be read', () => {
  const cells = (...of: string[]) => [{ line: 7, reason: '', cells: of }]
  test.each([
    ['by employee number', cells('hr-1', 'x')],
    ['by e-mail', cells('Sophie.Renard@firm.example')],
    ['by number', cells('07700 900001')],
  ])('is not missing from HR: %s', (_, unreadable) => {
    const directory = { people: [person({ endpoints: [endpoint()] })], endpoints: [endpoint()] }
    expect(kinds([], directory)).toEqual(['not-in-hr'])
    expect(kinds([], directory, {}, { unreadable })).toEqual([])
  })
})

const NAMES = [
  '',
  'Anna Weber',
  'Marcus Olsen',
  'Tara Quinn',
  'Ilya Popov',
  'Grace Holt',
  'Umberto Diaz',
]

test('every row and every person is either joined, named, or past: nothing is lost', () => {
  const employment = fc.constantFrom<HrRow['employment']>('employed', 'left', 'unknown')
  const anyRow = fc.record({
    at: fc.integer({ min: 1, max: 6 }),
    employment,
    byNumber: fc.boolean(),
    byEmail: fc.boolean(),
  })
  const anyPerson = fc.record({ at: fc.integer({ min: 1, max: 6 }), active: fc.boolean() })
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 8 }),
      fc.uniqueArray(anyPerson, { selector: ({ at }) => at, maxLength: 6 }),
      (drawnRows, drawnPeople) => {
        const rows = drawnRows.map(({ at, byNumber, byEmail, ...over }, place) =>
          row({
            line: place + 2,
            name: NAMES[at] ?? '',
            employeeNumber: byNumber || !byEmail ? `HR-${at}` : null,
            emails: byEmail ? [`p${at}@firm.example`] : [],
            phones: [],
            ...over,
          }),
        )
        const people = drawnPeople.map(({ at, active }) =>
          person({
            personId: at,
            externalRef: `HR-${at}`,
            email: `p${at}@firm.example`,
            name: NAMES[at] ?? '',
            firstName: null,
            lastName: null,
            active,
          }),
        )
        const found = compare(rows, { people })
        for (const { personId, active } of people) {
          const own = rows.filter(
            (of) => of.name === people.find((p) => p.personId === personId)?.name,
          )
          const named = found.some(({ personIds }) => personIds.includes(personId))
          if (own.length === 0) expect([personId, named]).toEqual([personId, active === true])
          // Nobody here has an endpoint: whoever has one row is named unless they have left and are inactive.
          else if (own.length === 1 && (active === true || own[0]?.employment !== 'left'))
            expect([personId, named]).toEqual([personId, true])
        }
        for (const of of rows)
          if (!people.some(({ name }) => name === of.name) && of.employment !== 'left')
            expect(found.some(({ hrLines }) => hrLines.includes(of.line))).toBe(true)
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
      },
    ),
  )
})
