import type { z } from 'zod'
import type { Figures } from './figures'
import { FocusAudit, FocusAuditEvent } from './wire/audit'
import { AuthReply, AuthRequest } from './wire/auth'
import { FocusComment, FocusCommentList } from './wire/comment'
import {
  EndpointSearchRequest,
  EndpointsByValueRequest,
  FocusEndpointRow,
  FocusEndpoints,
} from './wire/endpoint'
import {
  FocusPeople,
  FocusPerson,
  PeopleByIdRequest,
  PeopleByNameRequest,
  PeopleSearchRequest,
} from './wire/person'
import { FocusParty, FocusRecording, FocusRecordingDetail } from './wire/recording'
import { MediaReference, RecordingReference } from './wire/recording-reference'
import { FocusRecordingPage, FocusRecordingSearch } from './wire/recording-search'
import { FocusRetentionGroup, FocusRetentionGroups } from './wire/retention-group'
import { wireSingle } from './wire/row'
import { FocusAttachment, FocusSmsMessage } from './wire/sms-message'
import { FocusSegment, FocusTranscript } from './wire/transcript'
import { FocusUser, FocusUsers, UserSearchRequest } from './wire/user'

/** One call of Focus. */
export type FocusEndpoint = {
  /** Number in the vendor's endpoint reference. */
  readonly number: number
  readonly method: 'GET' | 'POST'
  /** Appended to the base address as it stands: dots in some, slashes in others. */
  readonly path: `/${string}`
  /** The right the service user needs; null for the token exchange. */
  readonly right: string | null
  readonly deadline: keyof Figures['deadlines']
  /** How often it is tried at most when a person waits. */
  readonly attempts: number
  /** Whether trying it again does no harm: a play that has begun is an event in the audit. */
  readonly repeatable: 'always' | 'before-first-byte'
  /** Body of a POST, query of a GET; null when there is none. */
  readonly request: z.ZodType | null
  /** Null for a binary stream. */
  readonly response: z.ZodType | null
  /** One row of the reply (the reply itself when it is one object); null when it has none. */
  readonly row: z.ZodObject | null
  /** Rows within a row, by the field that holds them. */
  readonly inner?: Readonly<Record<string, z.ZodObject>>
}

const read = { method: 'POST', attempts: 3, repeatable: 'always', deadline: 'metadata' } as const
const list = { ...read, deadline: 'search' } as const

/**
 * The fifteen calls, all paths, methods and rights as the vendor documents them. The client, the status
 * page, the contract check, the sandbox's coverage test and the docs read this table.
 */
export const FOCUS_CALLS = {
  authenticate: {
    ...read,
    number: 1,
    path: '/authWithApiKey',
    right: null,
    deadline: 'auth',
    attempts: 2,
    request: AuthRequest,
    response: AuthReply,
    row: null,
  },
  searchRecordings: {
    ...list,
    number: 2,
    path: '/client/recording.search',
    right: 'Recording.View',
    request: FocusRecordingSearch,
    response: FocusRecordingPage,
    row: FocusRecording,
    inner: { endpoints: FocusParty },
  },
  getRecording: {
    ...read,
    number: 3,
    path: '/client/recording.detail.get',
    right: 'Recording.View',
    request: RecordingReference,
    response: wireSingle,
    row: FocusRecordingDetail,
    inner: { endpoints: FocusParty },
  },
  getTranscript: {
    ...read,
    number: 4,
    path: '/client/recording.transcription.get',
    right: 'Recording.Transcription.View',
    request: RecordingReference,
    response: wireSingle,
    row: FocusTranscript,
    inner: { segments: FocusSegment },
  },
  getSmsMessage: {
    ...read,
    number: 5,
    path: '/client/recording.sms-message.get',
    right: 'Recording.View',
    request: RecordingReference,
    response: wireSingle,
    row: FocusSmsMessage,
    inner: { attachments: FocusAttachment },
  },
  openMedia: {
    ...read,
    number: 6,
    path: '/client/recording.playBackByThirdPartyId',
    right: 'Recording.Play',
    deadline: 'audio',
    attempts: 2,
    repeatable: 'before-first-byte',
    request: MediaReference,
    response: null,
    row: null,
  },
  getAccessAudit: {
    ...read,
    number: 7,
    path: '/client/recording/audit',
    right: 'Recording.Audit.View',
    request: RecordingReference,
    response: FocusAudit,
    row: FocusAuditEvent,
  },
  searchPeople: {
    ...list,
    number: 8,
    path: '/client/people.search',
    right: 'People.View',
    request: PeopleSearchRequest,
    response: FocusPeople,
    row: FocusPerson,
    inner: { endpoints: FocusEndpointRow },
  },
  searchPeopleByName: {
    ...list,
    number: 9,
    path: '/client/people.searchByName',
    right: 'People.View',
    request: PeopleByNameRequest,
    response: FocusPeople,
    row: FocusPerson,
    inner: { endpoints: FocusEndpointRow },
  },
  getPeople: {
    ...read,
    number: 10,
    path: '/client/people.get',
    right: 'People.View',
    request: PeopleByIdRequest,
    response: FocusPeople,
    row: FocusPerson,
    inner: { endpoints: FocusEndpointRow },
  },
  searchEndpoints: {
    ...list,
    number: 11,
    path: '/client/people/endpoint/search',
    right: 'Endpoints.View',
    request: EndpointSearchRequest,
    response: FocusEndpoints,
    row: FocusEndpointRow,
  },
  getEndpoints: {
    ...read,
    number: 12,
    path: '/client/people/endpoint/get',
    right: 'People.View',
    request: EndpointsByValueRequest,
    response: FocusEndpoints,
    row: FocusEndpointRow,
  },
  searchUsers: {
    ...list,
    number: 13,
    path: '/client/user/search',
    right: 'Users.View',
    request: UserSearchRequest,
    response: FocusUsers,
    row: FocusUser,
  },
  getRetentionGroups: {
    ...read,
    number: 14,
    method: 'GET',
    path: '/admin/retentionGroup',
    right: 'RetentionGroup.View',
    request: null,
    response: FocusRetentionGroups,
    row: FocusRetentionGroup,
  },
  getComments: {
    ...read,
    number: 15,
    method: 'GET',
    path: '/client/recording/comment',
    right: 'Recording.Comment.View',
    request: RecordingReference,
    response: FocusCommentList,
    row: FocusComment,
  },
} as const satisfies Record<string, FocusEndpoint>

export type FocusCallName = keyof typeof FOCUS_CALLS
/** The calls that answer rows as JSON: all but the token exchange and the media. */
export type RowsCallName = Exclude<FocusCallName, 'authenticate' | 'openMedia'>
export const FOCUS_CALL_NAMES = Object.keys(FOCUS_CALLS) as FocusCallName[] // keys of a const object are exactly its names

type RequestSchema<N extends FocusCallName> = (typeof FOCUS_CALLS)[N]['request']
/** What a call is asked with; null when it takes nothing. */
export type FocusRequest<N extends FocusCallName> =
  RequestSchema<N> extends z.ZodType ? z.input<RequestSchema<N>> : null
