import type { FindingContext } from '@/lib/contract/finding'
import type { LedgerAction } from '@/lib/contract/ledger'
import type { Access, Ledger } from '@/lib/ledger/access-ledger'
import { accessPages } from './read-ledger'

const DAY_MS = 86_400_000
const PLAYS_OVER_DAYS = 30
/** Groups accessed longer ago than this are new again. */
export const GROUPS_OVER_DAYS = 90
const CONTENT: LedgerAction[] = ['view', 'transcript-read', 'sms-read', 'play', 'download']

type Person = FindingContext['people'][number]
type Usual = { plays: number; groups: Set<string> }

/**
 * What was usual for each actor before an instant: plays a day over thirty days (over as many as the ledger had lived,
 * where that is less), and the groups of people whose calls they had accessed in ninety.
 * @throws Problem `ledger-unavailable`, and the signal's reason
 */
export async function usualBefore(
  ledger: Pick<Ledger, 'accesses'>,
  people: readonly Person[],
  ledgerBeganUtc: string | null,
  fromUtc: string,
  signal: AbortSignal,
): Promise<FindingContext['before']> {
  const fromMs = Date.parse(fromUtc)
  const back = (days: number) => new Date(fromMs - days * DAY_MS).toISOString()
  const groupsOf = new Map(people.map((person) => [person.personId, groupNames(person)]))
  const usual = new Map<string, Usual>()
  const query = { from: back(GROUPS_OVER_DAYS), to: fromUtc, actions: CONTENT }
  for await (const page of accessPages(ledger, query, signal)) {
    for (const access of page) {
      const { actorKey, action, allowed } = access.deed
      if (actorKey === null || !allowed) continue
      const one = usual.get(actorKey) ?? { plays: 0, groups: new Set() }
      usual.set(actorKey, one)
      if (action === 'play' && access.timeUtc >= back(PLAYS_OVER_DAYS)) one.plays += 1
      for (const personId of personIdsOf(access))
        for (const group of groupsOf.get(personId) ?? []) one.groups.add(group)
    }
  }
  const beganMs = ledgerBeganUtc === null ? fromMs : Date.parse(ledgerBeganUtc)
  const days = Math.min(PLAYS_OVER_DAYS, Math.max(1, (fromMs - beganMs) / DAY_MS))
  return [...usual].map(([key, { plays, groups }]) => ({
    key,
    playsPerDay: plays / days,
    groups: [...groups].sort(),
  }))
}

const personIdsOf = ({ outcome }: Access) =>
  (outcome?.whose ?? []).flatMap(({ parties }) => parties.flatMap(({ personId }) => personId ?? []))

/** The groups a person counts to; the department where a tenant has no groups. */
export function groupNames({ groups, department }: Pick<Person, 'groups' | 'department'>) {
  return groups.length > 0 ? groups : department === null ? [] : [department]
}
