import 'server-only'
import { log } from '@/lib/config/log'
import type { FindingContext } from '@/lib/contract/finding'
import type { Person } from '@/lib/contract/person'
import { type Clock, systemClock } from '@/lib/focus/clock'
import type { Focus } from '@/lib/focus/focus'
import type { Ledger } from '@/lib/ledger/access-ledger'
import { Problem } from '@/lib/problem/problem'
import { directory } from './directory'
import { ledgerBegan } from './read-ledger'
import { readReportingLines } from './reporting-lines'
import { usualBefore } from './usual'

type FocusCall = Parameters<Focus['searchPeople']>[1]

export type ContextParts = {
  focus: Pick<Focus, 'searchPeople'>
  ledger: Pick<Ledger, 'accesses'>
  serviceUser: string
  workingHours: FindingContext['workingHours']
  reportingLinesFile: string | null
  clock?: Clock
}

/**
 * What findings in a range are judged by. People whom the service user may not read are left out, and so are reporting
 * lines whose file cannot be read: the rules that need them say so.
 * @throws Problem `ledger-unavailable`, and those of `searchPeople` but for `right-missing`
 */
export async function findingContext(
  range: { from?: string | undefined },
  call: FocusCall,
  parts: ContextParts,
): Promise<FindingContext> {
  const { focus, ledger, serviceUser, workingHours, reportingLinesFile } = parts
  const { clock = systemClock } = parts
  const persons = await peopleOf(focus, call, clock)
  const lines = reportingLinesFile === null ? null : await linesIn(reportingLinesFile)
  const idOf = new Map(
    persons.flatMap(({ personId, email }) =>
      email === null ? [] : [[email.toLowerCase(), personId]],
    ),
  )
  const people = persons.map((person) => {
    const { personId, name, department, active } = person
    const groups = person.groups.flatMap((group) => group.name ?? [])
    const email = person.email?.toLowerCase() ?? null
    const manager = email === null ? undefined : lines?.get(email)
    const managerId = person.managerId ?? (manager === undefined ? null : idOf.get(manager)) ?? null
    return { personId, name, email, department, groups, active, managerId }
  })
  const began = await ledgerBegan(ledger)
  return {
    serviceUser,
    workingHours,
    people,
    reportingLinesKnown: lines !== null || people.some(({ managerId }) => managerId !== null),
    // Without a beginning there is no before.
    before:
      range.from === undefined
        ? []
        : await usualBefore(ledger, people, began, range.from, call.signal),
  }
}

async function peopleOf(
  focus: ContextParts['focus'],
  call: FocusCall,
  clock: Clock,
): Promise<Person[]> {
  try {
    return await directory(focus, call, clock)
  } catch (error) {
    if (error instanceof Problem && error.slug === 'right-missing') return []
    throw error
  }
}

async function linesIn(file: string): Promise<Map<string, string> | null> {
  try {
    return await readReportingLines(file)
  } catch (error) {
    log.warn({ err: error, file }, 'the reporting lines could not be read')
    return null
  }
}
