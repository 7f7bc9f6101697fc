import { expect, test } from 'vitest'
import type { Endpoint } from '@/lib/contract/directory-endpoint'
import { longestSilentFirst } from './longest-silent-first'

const endpoint = (endpointId: number, lastSeenUtc: string | null): Endpoint => ({
  ...{ endpointId, type: 'phone', value: '+41580000000', personId: 1, personName: 'Anna' },
  ...{ active: true, firstSeenUtc: null, lastSeenUtc, retentionGroupId: null, otherFields: {} },
})

test('each is found at its own place in the list it was taken from', () => {
  const list = [
    endpoint(11, '2026-05-01T00:00:00.000Z'),
    endpoint(12, '2026-01-01T00:00:00.000Z'),
    endpoint(13, '2026-05-01T00:00:00.000Z'),
    endpoint(14, '2025-01-01T00:00:00.000Z'),
  ]
  const sorted = longestSilentFirst(list)
  expect(sorted.map((one) => one.endpoint.endpointId)).toEqual([14, 12, 11, 13])
  for (const { endpoint: one, row } of sorted) expect(list[row]).toBe(one)
})
