'use client'

import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { usePreferences } from '@/components/ui/preferences'
import type { Person, PersonActivity } from '@/lib/contract/person'
import { formatInstant } from '@/lib/format/instant'
import { formatPhone } from '@/lib/format/phone'
import { endpointsHref } from '@/lib/url/endpoints-url'

type PersonEndpointsProps = {
  person: Person
  /** What was counted lately; null where that is not known. */
  activity: PersonActivity | null
}

const HEAD = 'border-line border-b py-1 pr-3 text-left font-normal text-[12px] text-muted'

/** The numbers and addresses somebody is recorded on. */
export function PersonEndpoints({ person, activity }: PersonEndpointsProps) {
  const { zone } = usePreferences()
  const { endpoints, personId } = person
  const counts = new Map(activity?.endpoints.map((one) => [one.endpointId, one]))
  return (
    <section aria-label="Endpoints">
      <h3 className="mb-1 flex items-baseline gap-2 font-semibold">
        Endpoints
        <Link
          href={endpointsHref({ q: `owner:${personId}` })}
          prefetch={false}
          className="rounded font-normal text-[12px] text-accent underline underline-offset-3"
        >
          in the list of endpoints
        </Link>
      </h3>
      {endpoints.length === 0 ? (
        <p className="text-external">
          None: whatever {person.name} says on the phone or writes is not recorded under their name.
        </p>
      ) : (
        <table className="w-full [overflow-wrap:anywhere]">
          <thead>
            <tr>
              <th scope="col" className={HEAD}>
                Value
              </th>
              <th scope="col" className={HEAD}>
                Type
              </th>
              <th scope="col" className={HEAD}>
                Last seen
              </th>
              {activity !== null && (
                <th scope="col" className={`${HEAD} text-right`}>
                  Recordings, 90 days
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {endpoints.map(({ endpointId, type, value, active, lastSeenUtc }) => (
              <tr key={endpointId} className="border-line border-b last:border-b-0">
                <td className="py-1.5 pr-3 tabular-nums">
                  {value === null ? '—' : formatPhone(value)}{' '}
                  {active === false && <Badge tone="warning">not active</Badge>}
                </td>
                <td className="py-1.5 pr-3 text-muted">{type ?? '—'}</td>
                <td className="py-1.5 pr-3 text-muted tabular-nums">
                  {lastSeenUtc === null ? 'never' : formatInstant(lastSeenUtc, zone, 'date')}
                </td>
                {activity !== null && (
                  <td className="py-1.5 pr-3 text-right tabular-nums">
                    {counts.get(endpointId)?.recordings.toLocaleString('en-GB') ?? '0'}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
