import type { Endpoint } from '@/lib/contract/directory-endpoint'
import type { Person } from '@/lib/contract/person'

/** A person as tests need one. */
export function aPerson(change: Partial<Person> = {}): Person {
  return {
    personId: 1001,
    type: 'subscriber',
    name: 'Priya Shah',
    firstName: null,
    lastName: null,
    email: null,
    department: null,
    jobTitle: null,
    externalRef: null,
    groups: [],
    active: true,
    retentionGroupId: null,
    managerId: null,
    endpoints: [],
    otherFields: {},
    ...change,
  }
}

/** An endpoint as tests need one. */
export function anEndpoint(change: Partial<Endpoint> = {}): Endpoint {
  return {
    endpointId: 20001,
    type: 'phone',
    value: '447897897897',
    personId: null,
    personName: null,
    retentionGroupId: null,
    active: true,
    firstSeenUtc: null,
    lastSeenUtc: null,
    otherFields: {},
    ...change,
  }
}
