import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RetentionGroups } from '@/lib/contract/retention'
import { FocusRetentionGroups, toRetentionGroups } from './retention-group'

const read = (reply: unknown) => toRetentionGroups(FocusRetentionGroups.parse(reply))

const VENDOR = {
  retentionGroupId: '41',
  name: 'Standard',
  isDefault: true,
  periods: [
    { mediaType: 'Default', days: '3650' },
    { mediaType: 'sms', days: 30 },
  ],
  memberCount: 12,
  colour: 'blue',
}

test('groups come wrapped or bare, periods most specific first, unknown fields kept', () => {
  const wrapped = read({ retentionGroups: [VENDOR] })
  expect(wrapped).toEqual(read([VENDOR]))
  expect(wrapped).toEqual({
    groups: [
      {
        id: 41,
        name: 'Standard',
        isDefault: true,
        periods: [
          { mediaType: 'sms', days: 30 },
          { mediaType: 'default', days: 3650 },
        ],
        memberCount: 12,
        otherFields: { colour: 'blue' },
      },
    ],
    unreadable: 0,
  })
})

test('an id is enough; what has none is left out and counted', () => {
  expect(read([{ retentionGroupId: 7 }, { name: 'nameless' }, null])).toEqual({
    groups: [
      { id: 7, name: null, isDefault: false, periods: [], memberCount: null, otherFields: {} },
    ],
    unreadable: 2,
  })
})

test('null is for ever; days that are missing or none are no period, and shown as they came', () => {
  const periods = [
    { mediaType: 'teams', days: null },
    { mediaType: 'phone' },
    { mediaType: 'chat', days: 0 },
    'default',
  ]
  const [group] = read([{ retentionGroupId: 7, periods }]).groups
  expect(group?.periods).toEqual([{ mediaType: 'teams', days: null }])
  expect(group?.otherFields).toEqual({ periods })
})

test('whatever comes, reading never throws and what it gives holds to the contract', () => {
  const rows = fc.array(
    fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          retentionGroupId: fc.jsonValue(),
          periods: fc.oneof(
            fc.jsonValue(),
            fc.array(fc.record({ mediaType: fc.jsonValue(), days: fc.jsonValue() })),
          ),
          memberCount: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    ),
  )
  fc.assert(
    fc.property(rows, (raw) => {
      RetentionGroups.parse(read(JSON.parse(JSON.stringify(raw))))
    }),
  )
})
