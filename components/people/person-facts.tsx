import { FactList, type FactRow } from '@/components/ui/fact-list'
import type { Person } from '@/lib/contract/person'

/** What Focus says of somebody, in words. */
export function PersonFacts({ person }: { person: Person }) {
  const { personId, type, email, department, jobTitle, externalRef, groups, active } = person
  const rows: FactRow[] = [
    ['Kind', type],
    ['Active', active === null ? null : active ? 'yes' : 'no'],
    ['Department', department],
    ['Job title', jobTitle],
    ['E-mail', email],
    ['Employee number', externalRef],
    ['Groups', groups.map(({ name, groupId }) => name ?? `Group ${groupId}`).join(', ')],
    ['Person id', personId],
  ]
  return <FactList rows={rows} />
}
