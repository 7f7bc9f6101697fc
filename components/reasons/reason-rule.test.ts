import { expect, test } from 'vitest'
import { everAsked, ruleFor } from './reason-rule'

test('the strictest of the role and the exact tags counts', () => {
  const policy = { rule: 'optional', tags: { 'hr.case': 'required', 'sales.call': 'off' } } as const
  expect(ruleFor(policy, [])).toBe('optional')
  expect(ruleFor(policy, ['sales.call'])).toBe('optional')
  expect(ruleFor(policy, ['sales.call', 'hr.case'])).toBe('required')
  expect(ruleFor(policy, ['hr.case.closed', 'hr', 'toString'])).toBe('optional')
})

test('who is never asked', () => {
  expect(everAsked({ rule: 'off', tags: {} })).toBe(false)
  expect(everAsked({ rule: 'off', tags: { a: 'optional' } })).toBe(true)
})
