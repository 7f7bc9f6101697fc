import { expect, test } from 'vitest'
import {
  DEFAULT_RULES,
  mappingKey,
  parseMapping,
  parseRules,
  readRights,
  readRetentionRules,
} from './rules-memory'

test('rules come back as they were kept, and junk is the default', () => {
  const rules = {
    defaultCountry: 'DE',
    silentDays: 30,
    privilegedText: 'Users.View',
    retentionText: 'Sales;;7 years',
  }
  expect(parseRules(JSON.stringify(rules))).toEqual(rules)
  const junk = JSON.stringify({
    ...{ defaultCountry: 'Germany', silentDays: 0, privilegedText: [], retentionText: 7 },
  })
  for (const text of [null, 'x', '[]', junk]) expect(parseRules(text)).toEqual(DEFAULT_RULES)
})

test('rights are read a line each, and each once', () => {
  expect(readRights(' Users.View \n\nRecording.Audit.View\nUsers.View')).toEqual([
    'Users.View',
    'Recording.Audit.View',
  ])
  expect(readRights(' \n')).toEqual([])
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
