import type { PersonActivity } from '@/lib/contract/person'
import type { Recording } from '@/lib/contract/recording'
import { MAX_PAGE } from '@/lib/contract/recording-search'
import type { FocusCall } from '@/lib/focus/client'
import type { Focus } from '@/lib/focus/focus'

const DAY_MS = 86_400_000
/** Days that are counted one by one, today with them. */
export const ACTIVITY_DAYS = 90
/** Beyond this the oldest days are left out, and the answer says so. */
export const MOST_COUNTED = 5_000

type Source = Pick<Focus, 'searchRecordings'>
type Counted = Pick<PersonActivity, 'days' | 'endpoints' | 'read' | 'unreadable' | 'complete'>

/**
 * How much of a person was recorded: ever, and day by day for the last ninety (UTC). `nowUtc` is an instant. Reads at most
 * 5,000 recordings and tells of none of them. Throws every upstream `Problem`; `right-missing` without Recording.View.
 */
export async function personActivity(
  focus: Source,
  personId: number,
  nowUtc: string,
  call: FocusCall,
): Promise<PersonActivity> {
  const personIds = { include: [personId] }
  const edge = (direction: 'asc' | 'desc') =>
    focus.searchRecordings({ personIds, sort: { field: 'start', direction }, limit: 1 }, call)
  const newest = await edge('desc')
  const oldest = await edge('asc')
  const toDay = nowUtc.slice(0, 10)
  const fromDay = dayBefore(toDay, ACTIVITY_DAYS - 1)
  const counted = await countSince(focus, personId, `${fromDay}T00:00:00Z`, call)
  return {
    personId,
    total: newest.total,
    oldestUtc: oldest.recordings[0]?.startUtc ?? null,
    newestUtc: newest.recordings[0]?.startUtc ?? null,
    fromDay,
    toDay,
    ...counted,
  }
}

async function countSince(
  focus: Source,
  personId: number,
  from: string,
  asked: FocusCall,
): Promise<Counted> {
  const call: FocusCall = { ...asked, lane: 'background' }
  const seen = new Set<number>()
  const days = new Map<string, number>()
  const endpoints = new Map<number, PersonActivity['endpoints'][number]>()
  let unreadable = 0
  let passed = 0
  let offset: number | null = 0
  while (offset !== null && passed < MOST_COUNTED) {
    const page: Awaited<ReturnType<Source['searchRecordings']>> = await focus.searchRecordings(
      {
        personIds: { include: [personId] },
        start: { from },
        // What is cut off at the bound are the oldest days.
        sort: { field: 'start', direction: 'desc' },
        limit: MAX_PAGE,
        offset,
      },
      call,
    )
    for (const recording of page.recordings) {
      // One that arrives meanwhile moves the rest across the edge of a page: nothing is counted twice.
      if (seen.has(recording.id)) continue
      seen.add(recording.id)
      countDay(recording, days)
      countEndpoints(recording, personId, endpoints)
    }
    passed += page.recordings.length + page.unreadable
    unreadable += page.unreadable
    offset = page.nextOffset
  }
  return {
    days: [...days]
      .map(([day, recordings]) => ({ day, recordings }))
      .sort((a, b) => a.day.localeCompare(b.day)),
    endpoints: [...endpoints.values()].sort((a, b) => b.recordings - a.recordings),
    read: seen.size,
    unreadable,
    complete: offset === null,
  }
}

function countDay({ startUtc }: Recording, days: Map<string, number>): void {
  if (startUtc === null) return
  const day = startUtc.slice(0, 10)
  days.set(day, (days.get(day) ?? 0) + 1)
}

function countEndpoints(
  { parties, startUtc }: Recording,
  personId: number,
  endpoints: Map<number, PersonActivity['endpoints'][number]>,
): void {
  const theirs = parties.flatMap((party) =>
    party.personId === personId && party.endpointId !== null ? [party.endpointId] : [],
  )
  for (const endpointId of new Set(theirs)) {
    const before = endpoints.get(endpointId) ?? { endpointId, recordings: 0, newestUtc: null }
    const newestUtc =
      startUtc !== null && (before.newestUtc === null || startUtc > before.newestUtc)
        ? startUtc
        : before.newestUtc
    endpoints.set(endpointId, { endpointId, recordings: before.recordings + 1, newestUtc })
  }
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)
}
