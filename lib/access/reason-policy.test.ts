import { describe, expect, test } from 'vitest'
import { seesPseudonyms } from './pseudonym-roles'
import { reasonPolicy, reasonRule } from './reason-policy'

const SETTINGS = {
  roles: { 'qa-reviewer': 'optional', admin: 'required' },
  tags: { 'legal.hold': 'required', 'sales.new': 'optional' },
} as const

describe('whether a reason is asked for', () => {
  test('is decided by the strictest role', () => {
    expect(reasonPolicy(SETTINGS, ['compliance-officer']).rule).toBe('off')
    expect(reasonPolicy(SETTINGS, ['compliance-officer', 'qa-reviewer']).rule).toBe('optional')
    expect(reasonPolicy(SETTINGS, ['qa-reviewer', 'admin']).rule).toBe('required')
    expect(reasonPolicy(SETTINGS, []).rule).toBe('off')
  })

  test('names the tags that are stricter than the role, and no others', () => {
    expect(reasonPolicy(SETTINGS, ['compliance-officer']).tags).toEqual(SETTINGS.tags)
    expect(reasonPolicy(SETTINGS, ['qa-reviewer']).tags).toEqual({ 'legal.hold': 'required' })
    expect(reasonPolicy(SETTINGS, ['admin']).tags).toEqual({})
  })

  test('is decided for one call by its tags, too, each as a whole', () => {
    const policy = reasonPolicy(SETTINGS, ['compliance-officer'])
    expect(reasonRule(policy, [])).toBe('off')
    expect(reasonRule(policy, ['sales.new', 'other'])).toBe('optional')
    expect(reasonRule(policy, ['sales.new', 'legal.hold'])).toBe('required')
    for (const near of ['legal', 'legal.hold.x', 'Legal.Hold', 'constructor'])
      expect(reasonRule(policy, [near])).toBe('off')
  })
})

describe('pseudonyms', () => {
  test('are for people of whom every role has them', () => {
    expect(seesPseudonyms(['qa-reviewer'], ['qa-reviewer'])).toBe(true)
    expect(seesPseudonyms(['qa-reviewer', 'admin'], ['qa-reviewer'])).toBe(false)
    expect(seesPseudonyms(['admin'], [])).toBe(false)
    expect(seesPseudonyms([], ['admin'])).toBe(false)
  })
})
