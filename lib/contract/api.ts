import { z } from 'zod'
import { CommentList } from './comment'
import type { ApiEndpoint } from './endpoint'
import { SmsMessage } from './message'
import { Peaks, PeaksQuery } from './peaks'
import { PeopleNames, PeopleQuery } from './person'
import { RecordingDetail } from './recording'
import { RecordingPage, RecordingSearch, SearchExplanation } from './recording-search'
import { SessionInfo } from './session'
import { Health, Readiness, Status } from './status'
import { Transcript } from './transcript'

/** The path parameter of one recording: the numeric interaction id, in decimal digits. */
export const RecordingParams = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,15}$/, 'An interaction id is a whole number')
    .transform(Number)
    .refine(Number.isSafeInteger, 'An interaction id is a whole number'),
})

/** `as=wav` asks for PCM WAV instead of the media as received, when a browser refused the original. */
export const AudioQuery = z.object({ as: z.enum(['wav']).optional() })

/** Every call of our API, by name. */
export const API = {
  searchRecordings: {
    method: 'POST',
    path: '/api/recordings/search',
    summary: 'Search and filter recordings',
    permission: 'recordings.search',
    body: RecordingSearch,
    response: RecordingPage,
  },
  explainSearch: {
    method: 'POST',
    path: '/api/recordings/explain',
    summary: 'The exact Focus requests behind a search, without sending them',
    permission: 'recordings.search',
    body: RecordingSearch,
    response: SearchExplanation,
  },
  getRecording: {
    method: 'GET',
    path: '/api/recordings/{id}',
    summary: 'One recording in detail',
    permission: 'recordings.read',
    params: RecordingParams,
    response: RecordingDetail,
  },
  getTranscript: {
    method: 'GET',
    path: '/api/recordings/{id}/transcript',
    summary: 'What was said, with timings',
    permission: 'recordings.read',
    params: RecordingParams,
    response: Transcript,
  },
  getSmsMessage: {
    method: 'GET',
    path: '/api/recordings/{id}/sms',
    summary: 'The body of a text message',
    permission: 'recordings.read',
    params: RecordingParams,
    response: SmsMessage,
  },
  getComments: {
    method: 'GET',
    path: '/api/recordings/{id}/comments',
    summary: 'Comments on a recording',
    permission: 'recordings.read',
    params: RecordingParams,
    response: CommentList,
  },
  getAudio: {
    method: 'GET',
    path: '/api/recordings/{id}/audio',
    summary: 'The media, any byte range of it; recorded as played',
    permission: 'recordings.play',
    params: RecordingParams,
    query: AudioQuery,
    media: true,
  },
  getPeaks: {
    method: 'GET',
    path: '/api/recordings/{id}/peaks',
    summary: 'The waveform of media that is being played; never asks Focus',
    permission: 'recordings.play',
    params: RecordingParams,
    query: PeaksQuery,
    response: Peaks,
  },
  getPeopleNames: {
    method: 'GET',
    path: '/api/people',
    summary: 'Names of people: by part of a name while typing, or by id',
    permission: 'recordings.search',
    query: PeopleQuery,
    response: PeopleNames,
  },
  getSession: {
    method: 'GET',
    path: '/api/session',
    summary: 'Who I am here; keeps the session of somebody who listens or reads alive',
    permission: 'signed-in',
    response: SessionInfo,
  },
  getStatus: {
    method: 'GET',
    path: '/api/status',
    summary: 'Tenant, service user, token and upstream health',
    permission: 'status.view',
    response: Status,
  },
  getHealth: {
    method: 'GET',
    path: '/api/healthz',
    summary: 'The process answers',
    permission: 'public',
    response: Health,
  },
  getReadiness: {
    method: 'GET',
    path: '/api/readyz',
    summary: 'Ready to serve',
    permission: 'public',
    response: Readiness,
  },
  getOpenApi: {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This API as an OpenAPI 3.1 document',
    permission: 'signed-in',
    navigable: true,
    response: z.record(z.string(), z.unknown()),
  },
} as const satisfies Record<string, ApiEndpoint>

export type ApiName = keyof typeof API
