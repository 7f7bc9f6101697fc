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

/** Every field as this console received it. */
export function AllPersonFields({ person }: { person: Person }) {
  const { otherFields, ...known } = person
  const rows = Object.entries({ ...known, ...otherFields }).map(
    ([name, value]): FactRow => [
      name,
      value === null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value),
    ],
  )
  return (
    <details>
      <summary className="rounded font-semibold">All fields</summary>
      <p className="my-2 text-[12px] text-muted">
        As this console received them. Fields it has no name for stand at the end.
      </p>
      <FactList rows={rows} mono />
    </details>
  )
}
