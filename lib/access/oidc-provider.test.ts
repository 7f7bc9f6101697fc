import { expect, test } from 'vitest'
import type { Role } from '@/lib/contract/permission'
import { rolesFrom } from './oidc-provider'

const MAP: Record<string, Role> = { 'call-qa': 'qa-reviewer', compliance: 'compliance-officer' }

test.each<[string, unknown, Role[]]>([
  ['an array', ['call-qa', 'other', 'call-qa'], ['qa-reviewer']],
  ['one word', 'compliance', ['compliance-officer']],
  ['words', 'call-qa, compliance', ['qa-reviewer', 'compliance-officer']],
  ['nothing of ours', ['other'], []],
  ['a name of every object', ['constructor', '__proto__'], []],
  ['another type', { 'call-qa': true }, []],
  ['no claim', undefined, []],
])('roles come from %s', (_name, value, roles) => {
  expect(rolesFrom({ roles: value }, 'roles', MAP)).toEqual(roles)
})

test('a claim is found by its whole name first, then by a path', () => {
  const nested = { realm_access: { roles: ['call-qa'] } }
  expect(rolesFrom(nested, 'realm_access.roles', MAP)).toEqual(['qa-reviewer'])
  const whole = { ...nested, 'realm_access.roles': ['compliance'] }
  expect(rolesFrom(whole, 'realm_access.roles', MAP)).toEqual(['compliance-officer'])
})
