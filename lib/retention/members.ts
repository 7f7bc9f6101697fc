import type { Person } from '@/lib/contract/person'
import type { RetentionMember, RetentionMembersLine } from '@/lib/contract/retention'
import type { FocusCall } from '@/lib/focus/client'
import type { Focus } from '@/lib/focus/focus'

const PAGE = 200
/** A directory beyond this is cut short; the end then says fewer read than there are. */
const MOST_PEOPLE = 100_000

/**
 * Everybody who is recorded (subscribers, in the vendor's word), with the group that holds their calls, page by page.
 * Throws every upstream `Problem`; `right-missing` without People.View.
 */
export async function* members(
  focus: Pick<Focus, 'searchPeople'>,
  call: FocusCall,
): AsyncGenerator<RetentionMembersLine> {
  let read = 0
  let unreadable = 0
  let total: number | null = null
  let offset: number | null = 0
  while (offset !== null && read + unreadable < MOST_PEOPLE) {
    const request = { types: ['subscriber'], limit: PAGE, offset }
    const page: Awaited<ReturnType<Focus['searchPeople']>> = await focus.searchPeople(request, call)
    read += page.people.length
    unreadable += page.unreadable
    total = page.total ?? total
    offset = page.nextOffset
    yield { type: 'members', members: page.people.map(toMember) }
  }
  yield { type: 'end', read, total, unreadable }
}

function toMember(person: Person): RetentionMember {
  const { personId, name, department, active, retentionGroupId } = person
  return { personId, name, department, active, retentionGroupId }
}
