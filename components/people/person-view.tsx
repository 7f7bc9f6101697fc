'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useRetentionNames } from '@/components/directory/use-retention-names'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { AllFields } from '@/components/ui/all-fields'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/skeleton'
import { personActivityQuery, personQuery } from '@/lib/query/directory-lists'
import { peopleHref } from '@/lib/url/people-url'
import { ActivityPanel } from './activity-panel'
import { PersonEndpoints } from './person-endpoints'
import { PersonFacts } from './person-facts'
import { RetentionPanel } from './retention-panel'

type PersonViewProps = {
  personId: number
  /** Their recordings, for those who may see them. */
  recordings: ReactNode
}

/** Everything about one person: who, on which numbers, under which retention, what is recorded. */
export function PersonView({ personId, recordings }: PersonViewProps) {
  const { data: person, error, refetch } = useQuery(personQuery(personId))
  const activity = useQuery(personActivityQuery(personId)).data ?? null
  const { groups } = useRetentionNames()
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (person === undefined)
    return (
      <div role="status" aria-label="Reading the person" className="flex flex-col gap-3 p-6">
        <Skeleton className="h-5 w-56" />
        <Skeleton className="h-32 w-full max-w-xl" />
        <Skeleton className="h-24 w-full max-w-xl" />
      </div>
    )
  return (
    <div className="min-h-0 grow overflow-auto">
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2.5">
        <Link
          href={peopleHref()}
          prefetch={false}
          className="flex items-center gap-1 rounded text-muted hover:text-ink"
        >
          <ArrowLeft size={14} aria-hidden />
          People
        </Link>
        <h2 className="font-semibold text-[16px]">{person.name}</h2>
        {person.type !== null && <Badge>{person.type}</Badge>}
        {person.active === false && <Badge tone="warning">not active</Badge>}
      </div>
      <div className="grid gap-x-10 gap-y-6 p-4 min-[1200px]:grid-cols-[minmax(20rem,28rem)_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <PersonFacts person={person} />
          <RetentionPanel person={person} groups={groups} />
          <AllFields of={person} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <ActivityPanel personId={personId} />
          <PersonEndpoints person={person} activity={activity} />
          {recordings}
        </div>
      </div>
    </div>
  )
}
