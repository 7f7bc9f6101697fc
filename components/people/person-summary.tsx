'use client'

import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button-class'
import type { Person } from '@/lib/contract/person'
import type { RetentionGroup } from '@/lib/contract/retention'
import { personHref } from '@/lib/url/people-url'
import { PersonEndpoints } from './person-endpoints'
import { PersonFacts } from './person-facts'
import { retentionInForce } from './retention-in-force'

type PersonSummaryProps = { person: Person; groups: readonly RetentionGroup[] }

/** Somebody beside the list; nothing is read for it. */
export function PersonSummary({ person, groups }: PersonSummaryProps) {
  return (
    <div className="flex flex-col gap-5 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold text-[15px]">{person.name}</h2>
        {person.active === false && <Badge tone="warning">not active</Badge>}
        <span className="grow" />
        <Link href={personHref(person.personId)} prefetch={false} className={buttonClass()}>
          Open the person
        </Link>
      </div>
      <PersonFacts person={person} />
      <section>
        <h3 className="mb-1 font-semibold">Retention</h3>
        <p className="text-muted leading-relaxed">{retentionInForce(person, groups).sentence}</p>
      </section>
      <PersonEndpoints person={person} activity={null} />
    </div>
  )
}
