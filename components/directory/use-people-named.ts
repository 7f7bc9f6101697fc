'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useRested } from '@/components/filters/use-rested'
import { TYPING_REST_MS } from '@/components/filters/use-token-box'
import { peopleNamedQuery, peopleOfIdsQuery } from '@/lib/query/directory-lists'
import type { NamedPerson } from './directory-suggestions'

const NOBODY: readonly NamedPerson[] = []

/** Those with that text in their name, once typing has rested; nobody for a text of less than two letters. */
export function usePeopleNamed(text: string, wanted: boolean): readonly NamedPerson[] {
  const rested = useRested(text.trim(), TYPING_REST_MS)
  const found = useQuery({ ...peopleNamedQuery(rested), enabled: wanted && rested.length >= 2 })
  const people = found.data?.people
  const named = useMemo(
    () =>
      (people ?? []).map(({ personId, name, department, type }) => ({
        id: personId,
        name,
        detail: department ?? type ?? '',
      })),
    [people],
  )
  return text.trim().length < 2 ? NOBODY : named
}

/** The names behind ids. */
export function useNamesOf(ids: readonly number[]): ReadonlyMap<number, string> {
  const people = useQuery(peopleOfIdsQuery(ids)).data?.people
  return useMemo(
    () => new Map((people ?? []).map(({ personId, name }) => [personId, name])),
    [people],
  )
}
