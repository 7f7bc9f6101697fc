import 'server-only'
import type { Logger } from 'pino'
import { config } from '@/lib/config/config'
import { log } from '@/lib/config/log'
import type { FocusAccess } from '@/lib/contract/access-event'
import type { CommentList } from '@/lib/contract/comment'
import type { DirectoryQuestion } from '@/lib/contract/directory'
import type {
  EndpointMatches,
  EndpointPage,
  EndpointSearch,
} from '@/lib/contract/directory-endpoint'
import type { SmsMessage } from '@/lib/contract/message'
import type { PeopleNames, Person, PersonPage, PersonSearch } from '@/lib/contract/person'
import type { RecordingDetail } from '@/lib/contract/recording'
import type {
  RecordingPage,
  RecordingSearch,
  SearchExplanation,
} from '@/lib/contract/recording-search'
import type { RetentionGroups } from '@/lib/contract/retention'
import type { Status } from '@/lib/contract/status'
import type { Transcript } from '@/lib/contract/transcript'
import type { UserPage, UserSearch } from '@/lib/contract/user'
import { type FocusCall, FocusClient } from './client'
import { type Clock, systemClock } from './clock'
import { EndpointLookup } from './endpoint-lookup'
import { partOfValue } from './endpoint-values'
import { explain } from './explain'
import { contractProblem } from './failure'
import { FIGURES, type Figures } from './figures'
import type { FocusMedia } from './media'
import { peopleCalls } from './people-calls'
import { resolveSearch } from './resolve-search'
import { type FocusTenant, statusOf } from './status'
import { createTransport, type Transport } from './transport'
import { toAccessAudit } from './wire/audit'
import { toCommentList } from './wire/comment'
import { toEndpointPage, toEndpointSearch } from './wire/endpoint'
import { MAX_DIRECTORY_PAGE, toPeopleNames } from './wire/person'
import { toRecording, toRecordingDetail } from './wire/recording'
import { nextOffset, totalOf } from './wire/recording-search'
import { toRetentionGroups } from './wire/retention-group'
import { readReply, type WireReply } from './wire/row'
import { toSmsMessage } from './wire/sms-message'
import { toTranscript } from './wire/transcript'
import { toUserPage, toUserSearch } from './wire/user'
import { wireRequest } from './wire-request'

const MOST_NAMES = 20

/**
 * Focus, in our nouns. Every method throws only `Problem`: `upstream-unavailable`, `upstream-timeout`,
 * `upstream-rejected`, `upstream-contract`, `right-missing`, `rate-limited`, and `not-found` where one
 * thing is asked for. `call.signal` ends the request on the wire, too.
 */
export type Focus = {
  /** One page. Endpoint values are looked up first; a wanted value that nobody has gives an empty page. */
  searchRecordings(search: RecordingSearch, call: FocusCall): Promise<RecordingPage>
  /** What `searchRecordings` would send. Only the endpoint lookup is really made, so that the ids are right. */
  explainSearch(search: RecordingSearch, call: FocusCall): Promise<SearchExplanation>
  getRecording(id: number, call: FocusCall): Promise<RecordingDetail>
  getTranscript(id: number, call: FocusCall): Promise<Transcript>
  getSmsMessage(id: number, call: FocusCall): Promise<SmsMessage>
  getComments(id: number, call: FocusCall): Promise<CommentList>
  /**
   * The rows of one reply about a recording just as Focus sent them, its field names untouched: for evidence. Read
   * them by the schemas of `lib/focus/wire` where our nouns are wanted as well.
   */
  readAsSent(name: AboutRecording, id: number, call: FocusCall): Promise<readonly unknown[]>
  /** The first twenty people with that text in their name. */
  searchPeopleByName(name: string, call: FocusCall): Promise<PeopleNames>
  getPeople(ids: readonly number[], call: FocusCall): Promise<PeopleNames>
  /**
   * One page of people; all of them at once where they are named by part of a name (the first twenty), by id or by the
   * value of an endpoint of theirs.
   */
  searchPeople(search: PersonSearch, call: FocusCall): Promise<PersonPage>
  /** One person in full. */
  getPerson(id: number, call: FocusCall): Promise<Person>
  /** What `searchPeople`, `searchEndpoints` or `searchUsers` would send. Only the endpoint lookup is really made. */
  explainDirectory(question: DirectoryQuestion, call: FocusCall): Promise<SearchExplanation>
  /** What each value is, in any spelling, in the order given; `call` 12, 200 spellings at a time. */
  lookUpEndpoints(values: readonly string[], call: FocusCall): Promise<EndpointMatches>
  /** One page of endpoints. Part of a phone number may be in any spelling. */
  searchEndpoints(search: EndpointSearch, call: FocusCall): Promise<EndpointPage>
  /** One page of users. */
  searchUsers(search: UserSearch, call: FocusCall): Promise<UserPage>
  /** What Focus itself noted of the accesses to a recording, in the order it gives them. */
  getAccessAudit(
    recordingId: number,
    call: FocusCall,
  ): Promise<{ rows: FocusAccess[]; unreadable: number }>
  /** All retention groups, the periods of each most specific first. */
  getRetentionGroups(call: FocusCall): Promise<RetentionGroups>
  /**
   * The media of a recording, one request, no range: Focus's audit shows it as played. Resolves at the first
   * byte; iterate `body` once or abort `call.signal`, else its place in the audio lane is never free again.
   */
  openMedia(thirdPartyId: string, call: FocusCall): Promise<FocusMedia>
  /** What has been seen so far; asks nothing. */
  status(): Omit<Status, 'server'>
  /** Exchanges the key for a token, unless there is one. */
  authenticate(call: FocusCall): Promise<void>
}

/** The calls that are asked about one recording and answer rows. */
export type AboutRecording =
  | 'getRecording'
  | 'getTranscript'
  | 'getSmsMessage'
  | 'getComments'
  | 'getAccessAudit'

export type FocusOptions = {
  tenant: FocusTenant & { apiKey: string }
  /** ISO 3166 alpha-2, for phone numbers without a country. */
  defaultCountry: string
  transport?: Transport
  clock?: Clock
  /** Evenly from 0 to below 1. */
  random?: () => number
  figures?: Partial<Figures>
  log?: Pick<Logger, 'warn'>
}

export function createFocus(options: FocusOptions): Focus {
  return buildFocus(options).focus
}

/** The same, with the client beneath it, for the contract check. */
export function buildFocus(options: FocusOptions): { focus: Focus; client: FocusClient } {
  const { tenant, clock = systemClock, random = Math.random } = options
  const { baseUrl, clientId, apiKey, username } = tenant
  const client = new FocusClient({
    baseUrl,
    credentials: { clientId, apiKey, username },
    transport: options.transport ?? createTransport(),
    clock,
    random,
    figures: { ...FIGURES, ...options.figures },
    log: options.log ?? log,
  })
  const lookup = new EndpointLookup(client, clock, options.defaultCountry)
  const people = peopleCalls(client, lookup)
  const endpointRequest = ({ value, ...search }: EndpointSearch) =>
    toEndpointSearch(
      {
        ...search,
        ...(value !== undefined && { value: partOfValue(value, options.defaultCountry) }),
      },
      MAX_DIRECTORY_PAGE,
    )

  const focus: Focus = {
    async searchRecordings(search, call) {
      const request = await resolveSearch(search, lookup, call)
      if (request === null) return { recordings: [], total: 0, nextOffset: null, unreadable: 0 }
      const reply = await client.rows('searchRecordings', request, call)
      const { rows, unreadable } = readReply(reply, toRecording)
      const total = totalOf(reply)
      return {
        recordings: rows,
        total,
        nextOffset: nextOffset(request, reply.rows.length, total),
        unreadable,
      }
    },
    async explainSearch(search, call) {
      const { include = [], exclude = [] } = search.endpointValues ?? {}
      const lookups = [include, exclude].flatMap((values) => lookup.requestsFor(values))
      const request = await resolveSearch(search, lookup, call)
      return explain([
        ...lookups.map((body) => wireRequest(baseUrl, 'getEndpoints', body)),
        ...(request === null ? [] : [wireRequest(baseUrl, 'searchRecordings', request)]),
      ])
    },
    async getRecording(id, call) {
      const reply = await client.rows('getRecording', { recordingId: id }, call)
      const detail = toRecordingDetail(reply.rows[0], reply.noteUnreadable)
      if (detail?.id === id) return detail
      return unread(reply, 'getRecording: no id, or that of another')
    },
    async getTranscript(id, call) {
      const reply = await client.rows('getTranscript', { recordingId: id }, call)
      const transcript = toTranscript(id, reply.rows[0], reply.noteUnreadable)
      return transcript ?? unread(reply, 'getTranscript: no segments, or those of another')
    },
    async getSmsMessage(id, call) {
      const reply = await client.rows('getSmsMessage', { recordingId: id }, call)
      return (
        toSmsMessage(id, reply.rows[0], reply.noteUnreadable) ??
        unread(reply, 'getSmsMessage: the message of another')
      )
    },
    async getComments(id, call) {
      return toCommentList(id, await client.rows('getComments', { recordingId: id }, call))
    },
    async readAsSent(name, id, call) {
      return (await client.rows(name, { recordingId: id }, call)).rows
    },
    async searchPeopleByName(name, call) {
      const request = { name, limit: MOST_NAMES }
      return toPeopleNames(await client.rows('searchPeopleByName', request, call))
    },
    async getPeople(ids, call) {
      if (ids.length === 0) return { people: [], unreadable: 0 }
      return toPeopleNames(await client.rows('getPeople', { peopleIds: [...ids] }, call))
    },
    async getRetentionGroups(call) {
      return toRetentionGroups(await client.rows('getRetentionGroups', null, call))
    },
    searchPeople: people.search,
    getPerson: people.get,
    lookUpEndpoints: (values, call) => lookup.find(values, call),
    async explainDirectory(question, call) {
      if (question.of === 'people')
        return explain(
          (await people.requestsFor(question.search, call)).map(([name, body]) =>
            wireRequest(baseUrl, name, body),
          ),
        )
      if (question.of === 'users')
        return explain([
          wireRequest(baseUrl, 'searchUsers', toUserSearch(question.search, MAX_DIRECTORY_PAGE)),
        ])
      if (question.of === 'look-up')
        return explain(
          lookup
            .requestsFor(question.search.values)
            .map((body) => wireRequest(baseUrl, 'getEndpoints', body)),
        )
      return explain([wireRequest(baseUrl, 'searchEndpoints', endpointRequest(question.search))])
    },
    async searchEndpoints(search, call) {
      const request = endpointRequest(search)
      return toEndpointPage(request, await client.rows('searchEndpoints', request, call))
    },
    async searchUsers(search, call) {
      const request = toUserSearch(search, MAX_DIRECTORY_PAGE)
      return toUserPage(request, await client.rows('searchUsers', request, call), username)
    },
    async getAccessAudit(recordingId, call) {
      return toAccessAudit(recordingId, await client.rows('getAccessAudit', { recordingId }, call))
    },
    openMedia: (thirdPartyId, call) => client.media(thirdPartyId, call),
    status: () => statusOf(client, tenant, clock),
    authenticate: (call) => client.authenticate(call),
  }
  return { focus, client }
}

function unread({ noteUnreadable }: WireReply, cause: string): never {
  noteUnreadable?.(1)
  throw contractProblem(cause)
}

const KEY = Symbol.for('focus-console.focus')
const shared = globalThis as { [KEY]?: Focus } // a slot under a symbol of our own

/** The client of the configured tenant: one a process, also where a bundler makes several copies of this module. */
export function focus(): Focus {
  const settings = config()
  shared[KEY] ??= createFocus({
    tenant: settings.focus,
    defaultCountry: settings.defaultCountry,
  })
  return shared[KEY]
}
