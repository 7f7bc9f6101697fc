'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { AllFields } from '@/components/ui/all-fields'
import { buttonClass } from '@/components/ui/button-class'
import { FactList, type FactRow } from '@/components/ui/fact-list'
import { usePreferences } from '@/components/ui/preferences'
import type { Endpoint } from '@/lib/contract/directory-endpoint'
import { formatInstant } from '@/lib/format/instant'
import { personSearchQuery } from '@/lib/query/directory-lists'
import { personHref } from '@/lib/url/people-url'
import { recordingsHref } from '@/lib/url/recordings-url'
import { formatToken } from '@/lib/url/tokens'
import { endpointName } from './endpoint-list'

type EndpointPanelProps = {
  endpoint: Endpoint
  retentionName: (groupId: number) => string
  /** Whether people may be opened from here, and recordings. */
  maySeePeople: boolean
  maySearch: boolean
}

/** One endpoint beside the list, with whoever else holds the same value. */
export function EndpointPanel(props: EndpointPanelProps) {
  const { endpoint, retentionName, maySeePeople, maySearch } = props
  const { zone } = usePreferences()
  const { value, type, active, firstSeenUtc, lastSeenUtc, retentionGroupId, endpointId } = endpoint
  const seen = (utc: string | null) => (utc === null ? 'never' : formatInstant(utc, zone))
  const rows: FactRow[] = [
    ['Value', value === null ? null : endpointName(endpoint)],
    ['As Focus keeps it', value],
    ['Type', type],
    ['Active', active === null ? null : active ? 'yes' : 'no'],
    ['First seen', seen(firstSeenUtc)],
    ['Last seen', seen(lastSeenUtc)],
    ['Retention', retentionGroupId === null ? 'none of its own' : retentionName(retentionGroupId)],
    ['Endpoint id', endpointId],
  ]
  return (
    <div className="flex flex-col gap-5 p-4">
      <h2 className="font-semibold text-[15px] tabular-nums">{endpointName(endpoint)}</h2>
      <FactList rows={rows} />
      {maySeePeople && value !== null && value.length >= 3 ? (
        <Owners endpoint={endpoint} value={value} />
      ) : (
        <FactList rows={[['Owner', endpoint.personName]]} />
      )}
      {maySearch && value !== null && value.length >= 3 && (
        <div>
          <Link
            href={recordingsHref({ q: formatToken('number', value) })}
            prefetch={false}
            className={buttonClass()}
          >
            See the recordings
          </Link>
        </div>
      )}
      <AllFields of={endpoint} />
    </div>
  )
}

/** Everybody who holds the value: Focus is asked, for the row names one of them at most. */
function Owners({ endpoint, value }: { endpoint: Endpoint; value: string }) {
  const found = useQuery({
    ...personSearchQuery({ endpointValues: [value] }),
    staleTime: 60_000,
    enabled: endpoint.personId !== null,
  })
  if (endpoint.personId === null)
    return (
      <p className="text-external">
        Nobody’s: what is recorded on it stands under no name. HR may know whose it is.
      </p>
    )
  if (found.error !== null)
    return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} inline />
  const people = found.data?.people ?? []
  return (
    <section aria-label="Owner" aria-busy={found.isPending}>
      <h3 className="mb-1 font-semibold">
        {people.length > 1 ? `Shared by ${people.length} people` : 'Owner'}
      </h3>
      {people.length === 0 ? (
        <p>{endpoint.personName ?? `Person ${endpoint.personId}`}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {people.map(({ personId, name, department }) => (
            <li key={personId}>
              <Link
                href={personHref(personId)}
                prefetch={false}
                className="rounded text-accent underline underline-offset-3"
              >
                {name}
              </Link>{' '}
              <span className="text-muted">{department}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
