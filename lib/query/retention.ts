import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { API } from '@/lib/contract/api'
import type {
  ExpiryCount,
  ForecastLine,
  RetentionForecastRequest,
  RetentionMember,
} from '@/lib/contract/retention'
import { apiFetch } from './api-fetch'
import { apiLines } from './api-lines'
import { apiKey } from './query-key'

/** Groups change rarely, and each read of them is recorded. */
const STALE_MS = 5 * 60_000

/** The retention groups, the periods of each most specific first. `right-missing` without RetentionGroup.View. */
export function retentionGroupsQuery() {
  return queryOptions({
    queryKey: apiKey('getRetentionGroups', null),
    queryFn: ({ signal }) => apiFetch(API.getRetentionGroups, {}, signal),
    staleTime: STALE_MS,
  })
}

export type RetentionMembers = {
  members: RetentionMember[]
  /** Fewer may have been read than there are. */
  total: number | null
  unreadable: number
}

/** Everybody who is recorded, with their group. `right-missing` without People.View. */
export function retentionMembersQuery() {
  return queryOptions({
    queryKey: apiKey('getRetentionMembers', null),
    queryFn: async ({ signal }) => {
      const found: RetentionMembers = { members: [], total: null, unreadable: 0 }
      await apiLines(API.getRetentionMembers, {}, signal, (line) => {
        if (line.type === 'members') found.members = found.members.concat(line.members)
        else if (line.type === 'end') {
          found.total = line.total
          found.unreadable = line.unreadable
        }
      })
      return found
    },
    staleTime: STALE_MS,
  })
}

/**
 * Works out what will be deleted and when, and hands over each line as it arrives; the last is `end`. Each run is recorded
 * under the reader's name. Throws a `Problem`: `forbidden`, `invalid-request`, `right-missing`, `ledger-unavailable`, every
 * upstream one, `offline` when it broke off. An abort rejects with the signal's reason and stops the server.
 */
export function forecastRetention(
  request: z.input<typeof RetentionForecastRequest>,
  signal: AbortSignal,
  onLine: (line: ForecastLine) => void,
): Promise<void> {
  return apiLines(API.forecastRetention, { body: request }, signal, onLine)
}

/** What the oldest recordings alone say of what goes soon. */
export type ExpirySoon = {
  counts: ExpiryCount[]
  read: number
  total: number | null
  /** Already past their day and not on hold. */
  past: number
}

const OLDEST_READ = 2_000

/** The days of the oldest 2,000 recordings, which go first where all are kept alike. Failures as of `forecastRetention`. */
export function expirySoonQuery() {
  return queryOptions({
    queryKey: apiKey('forecastRetention', { most: OLDEST_READ }),
    queryFn: async ({ signal }) => {
      const soon: ExpirySoon = { counts: [], read: 0, total: null, past: 0 }
      await forecastRetention({ most: OLDEST_READ }, signal, (line) => {
        if (line.type === 'counts') soon.counts.push(...line.counts)
        else if (line.type === 'progress') {
          soon.read = line.read
          soon.total = line.total
          soon.past = line.past
        }
      })
      return soon
    },
    staleTime: STALE_MS,
  })
}
