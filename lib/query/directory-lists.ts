import { queryOptions } from '@tanstack/react-query'
import { API } from '@/lib/contract/api'
import type { DirectoryQuestion } from '@/lib/contract/directory'
import type { EndpointPage, EndpointSearch } from '@/lib/contract/directory-endpoint'
import type { PersonPage, PersonSearch } from '@/lib/contract/person'
import type { UserPage, UserSearch } from '@/lib/contract/user'
import { apiFetch } from './api-fetch'
import type { ExplainQuery, PageQuery } from './page-query'
import { apiKey } from './query-key'

const READ_STALE_MS = 60_000

/** One page of people. Failures: `forbidden`, `right-missing` (People.View), and every upstream one. */
export function personSearchQuery(search: PersonSearch): PageQuery<PersonPage> {
  return {
    queryKey: apiKey('searchPeople', search),
    queryFn: ({ signal }) => apiFetch(API.searchPeople, { body: search }, signal),
  }
}

/** The first twenty people with that text in their name, for suggestions while typing. Give at least one character. */
export function peopleNamedQuery(name: string) {
  const trimmed = name.trim()
  return queryOptions({
    queryKey: apiKey('searchPeople', { name: trimmed }),
    queryFn: ({ signal }) => apiFetch(API.searchPeople, { body: { name: trimmed } }, signal),
    staleTime: READ_STALE_MS,
    enabled: trimmed !== '',
  })
}

/** The people behind ids, for the chips of a pasted link; an id nobody has is left out. At most 100. */
export function peopleOfIdsQuery(ids: readonly number[]) {
  // In one order, so that the same people in another order are one entry of the cache.
  const personIds = [...new Set(ids)].sort((a, b) => a - b).slice(0, 100)
  return queryOptions({
    queryKey: apiKey('searchPeople', { personIds }),
    queryFn: ({ signal }) => apiFetch(API.searchPeople, { body: { personIds } }, signal),
    staleTime: READ_STALE_MS,
    enabled: personIds.length > 0,
  })
}

/** One person. Failures: `not-found`, `forbidden`, `right-missing`, and every upstream one. */
export function personQuery(id: number) {
  return queryOptions({
    queryKey: apiKey('getPerson', id),
    queryFn: ({ signal }) => apiFetch(API.getPerson, { params: { id } }, signal),
    staleTime: READ_STALE_MS,
  })
}

/** How much of somebody was recorded, in counts. `right-missing` without Recording.View. */
export function personActivityQuery(id: number) {
  return queryOptions({
    queryKey: apiKey('getPersonActivity', id),
    queryFn: ({ signal }) => apiFetch(API.getPersonActivity, { params: { id } }, signal),
    staleTime: 5 * READ_STALE_MS,
  })
}

/** One page of endpoints. Failures: `forbidden`, `right-missing` (Endpoints.View), and every upstream one. */
export function endpointSearchQuery(search: EndpointSearch): PageQuery<EndpointPage> {
  return {
    queryKey: apiKey('searchEndpoints', search),
    queryFn: ({ signal }) => apiFetch(API.searchEndpoints, { body: search }, signal),
  }
}

/**
 * What up to 1,000 values in any spelling are, not asked again by itself: each time is recorded. Failures: `right-missing`
 * (People.View), and every upstream one.
 */
export function endpointLookUpQuery(values: readonly string[]) {
  return queryOptions({
    queryKey: apiKey('lookUpEndpoints', values),
    queryFn: ({ signal }) =>
      apiFetch(API.lookUpEndpoints, { body: { values: [...values] } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** One page of users. Failures: `forbidden`, `right-missing` (Users.View), and every upstream one. */
export function userSearchQuery(search: UserSearch): PageQuery<UserPage> {
  return {
    queryKey: apiKey('searchUsers', search),
    queryFn: ({ signal }) => apiFetch(API.searchUsers, { body: search }, signal),
  }
}

/** The Focus requests behind a list of the directory. */
export function explainDirectoryQuery(question: DirectoryQuestion): ExplainQuery {
  return {
    queryKey: apiKey('explainDirectory', question),
    queryFn: ({ signal }) => apiFetch(API.explainDirectory, { body: question }, signal),
  }
}
