'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useMemo } from 'react'
import { DirectoryView } from '@/components/directory/directory-view'
import { useRetentionNames } from '@/components/directory/use-retention-names'
import { useAddressState } from '@/components/filters/use-address-state'
import type { AskWhy } from '@/lib/query/reasoned-export'
import type { DirectoryState } from '@/lib/url/directory-url'
import { parsePeople, peopleHref, personHref } from '@/lib/url/people-url'
import { PEOPLE, peopleAsked } from './people-list'
import { personColumns } from './person-columns'
import { PersonSummary } from './person-summary'

type PeopleViewProps = { askWhy: AskWhy; children?: ReactNode }

/** Everybody Focus knows: who is recorded, whom they speak with, who uses it. */
export function PeopleView({ askWhy, children }: PeopleViewProps) {
  const router = useRouter()
  const { state, change, arrivals } = useAddressState<DirectoryState>(parsePeople, peopleHref)
  const { groups, nameOf } = useRetentionNames()
  const columns = useMemo(() => personColumns(nameOf), [nameOf])
  const asked = useMemo(() => peopleAsked(state.q), [state.q])
  return (
    <DirectoryView
      model={PEOPLE}
      asked={asked}
      columns={columns}
      state={state}
      change={change}
      arrivals={arrivals}
      personKey="person"
      onOpen={({ personId }) => router.push(personHref(personId))}
      renderPane={(person) => <PersonSummary person={person} groups={groups} />}
      askWhy={askWhy}
    >
      {children}
    </DirectoryView>
  )
}
