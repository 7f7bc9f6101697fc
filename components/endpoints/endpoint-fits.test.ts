import { expect, test } from 'vitest'
import type { Endpoint } from '@/lib/contract/directory-endpoint'
import { toEndpointQuestion } from '@/lib/url/endpoints-url'
import { fittingEndpoints } from './endpoint-fits'

const endpoint = (change: Partial<Endpoint>): Endpoint => ({
  endpointId: 1,
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
})
const ENDPOINTS = [
  endpoint({ endpointId: 1, personId: 1001, personName: 'Priya Shah' }),
  endpoint({ endpointId: 2, personId: 1002, lastSeenUtc: '2026-11-20T00:00:00Z' }),
  endpoint({ endpointId: 3, value: '442079460011', lastSeenUtc: '2026-01-20T00:00:00Z' }),
  endpoint({ endpointId: 4, type: 'email', value: 'a@b.example', personId: 1001, active: false }),
  endpoint({
    endpointId: 5,
    type: 'sip',
    value: '447897897897',
    personId: 1003,
    retentionGroupId: 3,
  }),
]
const CLOCK = { nowUtc: '2026-11-25T12:00:00.000Z', timeZone: 'UTC' }

test.each([
  ['owner:none', [3]],
  ['-owner:none', [1, 2, 4, 5]],
  ['owner:1001 owner:1002', [1, 2, 4]],
  ['shared:yes', [1, 2]],
  ['shared:no', [3, 4, 5]],
  ['last:<now-90d', [3]],
  ['last:never', [1, 4, 5]],
  // Two ends are a span, not either of them.
  ['last:>2026-01-01 last:<2026-02-01', [3]],
  ['last:>2026-02-01 last:<2026-11-01', []],
  ['-last:never', [2, 3]],
  ['active:no', [4]],
  ['type:email type:sip', [4, 5]],
  ['retention:3', [5]],
  ['id:2 id:4', [2, 4]],
  ['07897897897 02079460011', [1, 2, 3, 5]],
  ['07897897897 shah', [1]],
])('%s leaves %j', (q, ids) => {
  const found = fittingEndpoints(ENDPOINTS, toEndpointQuestion(q), CLOCK)
  expect(found.map(({ endpointId }) => endpointId)).toEqual(ids)
})
