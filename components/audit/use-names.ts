'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { auditActorsQuery } from '@/lib/query/audit'
import { peopleByIdsQuery } from '@/lib/query/people'
import { readAuditText } from '@/lib/url/audit-text'

/** The names behind ids and keys. */
export type Names = {
  people: ReadonlyMap<number, string>
  actors: ReadonlyMap<string, string>
}

/** The names of everybody the search box asks for. */
export function useNames(q: string): Names {
  const ids = useMemo(() => {
    const { subjects, calls } = readAuditText(q)
    return [...subjects, ...(calls.personIds?.include ?? []), ...(calls.personIds?.exclude ?? [])]
  }, [q])
  const people = useQuery(peopleByIdsQuery(ids)).data
  const actors = useQuery(auditActorsQuery()).data
  return useMemo(
    () => ({
      people: new Map((people?.people ?? []).map((person) => [person.id, person.name])),
      actors: new Map((actors?.actors ?? []).map((actor) => [actor.key, actor.name])),
    }),
    [people, actors],
  )
}
