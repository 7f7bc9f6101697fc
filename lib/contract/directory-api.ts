import { DirectoryLine, DirectoryQuestion } from './directory'
import { EndpointLookUp, EndpointMatches, EndpointPage, EndpointSearch } from './directory-endpoint'
import type { ApiEndpoint } from './endpoint'
import {
  PeopleNames,
  PeopleQuery,
  Person,
  PersonActivity,
  PersonPage,
  PersonParams,
  PersonSearch,
} from './person'
import { SignedSummary, SummaryToSign } from './reconcile'
import { SearchExplanation } from './recording-search'
import { UserPage, UserSearch } from './user'

/** The calls about people, endpoints and users, and what is compared with them. */
export const DIRECTORY_API = {
  readDirectory: {
    method: 'POST',
    path: '/api/directory',
    summary: 'All people, endpoints, users and retention groups, line by line',
    permission: 'people.view',
    lines: DirectoryLine,
  },
  signReconciliation: {
    method: 'POST',
    path: '/api/reconcile/summary',
    summary: 'The summary of a reconciliation, signed with the key of the ledger',
    permission: 'people.view',
    body: SummaryToSign,
    response: SignedSummary,
  },
  getPeopleNames: {
    method: 'GET',
    path: '/api/people',
    summary: 'Names of people: by part of a name while typing, or by id',
    permission: 'recordings.search',
    query: PeopleQuery,
    response: PeopleNames,
  },
  searchPeople: {
    method: 'POST',
    path: '/api/people/search',
    summary: 'Search people, or name them by id or endpoint',
    permission: 'people.view',
    body: PersonSearch,
    response: PersonPage,
  },
  getPerson: {
    method: 'GET',
    path: '/api/people/{id}',
    summary: 'One person with everything Focus says of them',
    permission: 'people.view',
    params: PersonParams,
    response: Person,
  },
  getPersonActivity: {
    method: 'GET',
    path: '/api/people/{id}/activity',
    summary: 'How much of somebody was recorded lately, in counts',
    permission: 'people.view',
    params: PersonParams,
    response: PersonActivity,
  },
  searchEndpoints: {
    method: 'POST',
    path: '/api/endpoints/search',
    summary: 'Search endpoints',
    permission: 'endpoints.view',
    body: EndpointSearch,
    response: EndpointPage,
  },
  lookUpEndpoints: {
    method: 'POST',
    path: '/api/endpoints/look-up',
    summary: 'What up to 1,000 values in any spelling are, and which nobody has',
    permission: 'endpoints.view',
    body: EndpointLookUp,
    response: EndpointMatches,
  },
  searchUsers: {
    method: 'POST',
    path: '/api/users/search',
    summary: 'Search those who can log in to Focus, with their roles and rights',
    permission: 'users.view',
    body: UserSearch,
    response: UserPage,
  },
  explainDirectory: {
    method: 'POST',
    path: '/api/directory/explain',
    summary: 'The exact Focus requests behind a list of people, endpoints or users, or a look-up',
    permission: 'signed-in',
    body: DirectoryQuestion,
    response: SearchExplanation,
  },
} as const satisfies Record<string, ApiEndpoint>
