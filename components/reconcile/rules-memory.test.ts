import { expect, test } from 'vitest'
import { DEFAULT_PRIVILEGED_RIGHTS } from '@/lib/reconcile/default-rules'
import {
  DEFAULT_RULES,
  mappingKey,
  parseMapping,
  parseRules,
  readPrivilegedRights,
  readRetentionRules,
} from './rules-memory'

test('rules come back as they were kept, and junk is the default', () => {
  const rules = {
    ...{ defaultCountry: 'DE', silentDays: 30, retentionText: 'Sales;;7 years' },
    privilegedText: 'Users.View\nRecording.Delete',
  }
  expect(parseRules(JSON.stringify(rules))).toEqual(rules)
  const junk = JSON.stringify({
    defaultCountry: 'Germany',
    silentDays: 0,
    retentionText: 7,
    privilegedText: 9,
  })
  for (const text of [null, 'x', '[]', junk]) expect(parseRules(text)).toEqual(DEFAULT_RULES)
})

test('rules kept before there were privileged rights have those that are usual; none is none', () => {
  const kept = { defaultCountry: 'DE', silentDays: 30, retentionText: '' }
  const { privilegedText } = parseRules(JSON.stringify(kept))
  expect(readPrivilegedRights(privilegedText)).toEqual(DEFAULT_PRIVILEGED_RIGHTS)
  expect(readPrivilegedRights(' Users.View \n\nUsers.View\nB')).toEqual(['Users.View', 'B'])
  const { privilegedText: none } = parseRules(JSON.stringify({ ...kept, privilegedText: '' }))
  expect(readPrivilegedRights(none)).toEqual([])
})

test('a retention rule is read from its line, and a line that is none is named', () => {
  expect(readRetentionRules('Sales; ; 7 years\n\n;Desk 4;Voice\nTrading\n;;\n')).toEqual({
    rules: [
      { department: 'Sales', group: null, retentionGroup: '7 years' },
      { department: null, group: 'Desk 4', retentionGroup: 'Voice' },
    ],
    wrong: ['Trading', ';;'],
  })
})

test('a mapping is remembered for its heading, and not for another', () => {
  expect(mappingKey([' Name', 'MAIL '])).toBe(mappingKey(['name', 'mail']))
  expect(parseMapping(JSON.stringify({ fullName: [0], email: [1] }), 2)).toEqual({
    fullName: [0],
    email: [1],
  })
  for (const text of [null, '{}', '[7]', 'x', JSON.stringify({ email: [2] })])
    expect(parseMapping(text, 2)).toBeNull()
})
