import { z } from 'zod'
import { AuditQuery, GatherLine } from './access-event'
import { AccessReason, ReasonGiven, ReasonId } from './access-reason'
import { CommentList } from './comment'
import { DIRECTORY_API } from './directory-api'
import type { ApiEndpoint } from './endpoint'
import { EvidenceList, EvidenceParams, EvidenceRequest, EvidenceState } from './evidence'
import { ExportGrant, ExportRequest } from './export'
import { DismissalRequest, Dismissals, FindingContext, FindingContextQuery } from './finding'
import { LedgerActors, LedgerEntryParams, LedgerState, ProvenEntry } from './ledger'
import { HeardReceipt, HeardReport, ListeningId } from './listening'
import { SmsMessage } from './message'
import { Peaks, PeaksQuery } from './peaks'
import { RecordingDetail } from './recording'
import { RecordingPage, RecordingSearch, SearchExplanation } from './recording-search'
import { RecordingTallyLine, RecordingTallyRequest } from './recording-tally'
import {
  ForecastLine,
  RetentionForecastRequest,
  RetentionGroups,
  RetentionMembersLine,
} from './retention'
import { SAVED_VIEW_API } from './saved-view'
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

/**
 * `as=wav` asks for PCM WAV instead of the media as received, when a browser refused the original. `listening` joins the
 * requests of one press of Play; `reason` names why, where that is asked for.
 */
export const AudioQuery = z.object({
  as: z.enum(['wav']).optional(),
  listening: ListeningId.optional(),
  reason: ReasonId.optional(),
})

export const DownloadQuery = z.object({ reason: ReasonId.optional() })

/** Who somebody is behind a pseudonym: people and endpoints of one recording, or people by id. */
const Reveal = z.strictObject({
  recordingId: z.int().positive(),
  reason: ReasonId.optional(),
})

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
  tallyRecordings: {
    method: 'POST',
    path: '/api/recordings/tally',
    summary: 'What is to be counted of the recordings of a search, line by line',
    permission: 'recordings.search',
    body: RecordingTallyRequest,
    lines: RecordingTallyLine,
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
  reportHeard: {
    method: 'POST',
    path: '/api/recordings/{id}/heard',
    summary: 'What was really heard of a recording being played',
    permission: 'recordings.play',
    params: RecordingParams,
    body: HeardReport,
    response: HeardReceipt,
  },
  downloadMedia: {
    method: 'GET',
    path: '/api/recordings/{id}/download',
    summary: 'The media as received, as a file; recorded as downloaded',
    permission: 'recordings.download',
    params: RecordingParams,
    query: DownloadQuery,
    file: true,
  },
  revealRecording: {
    method: 'POST',
    path: '/api/recordings/reveal',
    summary: 'Names and numbers of a recording that are masked; recorded as revealed',
    permission: 'recordings.read',
    body: Reveal,
    response: RecordingDetail,
  },
  giveReason: {
    method: 'POST',
    path: '/api/reasons',
    summary: 'Says why somebody is about to play, download or export',
    permission: 'recordings.read',
    body: AccessReason,
    response: ReasonGiven,
  },
  beginExport: {
    method: 'POST',
    path: '/api/exports',
    summary: 'Records that a list leaves this console as a file',
    permission: 'signed-in',
    body: ExportRequest,
    response: ExportGrant,
  },
  gatherAudit: {
    method: 'POST',
    path: '/api/audit/gather',
    summary: 'Who accessed what: the ledger and the audit of Focus, joined, line by line',
    permission: 'audit.read',
    body: AuditQuery,
    lines: GatherLine,
  },
  getAuditActors: {
    method: 'GET',
    path: '/api/audit/actors',
    summary: 'Everybody the ledger has entries of',
    permission: 'audit.read',
    response: LedgerActors,
  },
  getFindingContext: {
    method: 'GET',
    path: '/api/audit/context',
    summary: 'What findings are judged by: people, working hours, what was usual before',
    permission: 'audit.read',
    query: FindingContextQuery,
    response: FindingContext,
  },
  getDismissals: {
    method: 'GET',
    path: '/api/audit/dismissals',
    summary: 'Findings that were dismissed, with the reasons',
    permission: 'audit.read',
    response: Dismissals,
  },
  dismissFinding: {
    method: 'POST',
    path: '/api/audit/dismissals',
    summary: 'Dismisses a finding with a reason',
    permission: 'audit.read',
    body: DismissalRequest,
    response: Dismissals,
  },
  getLedgerState: {
    method: 'GET',
    path: '/api/ledger',
    summary: 'How far the ledger goes and how far it is proved',
    permission: 'ledger.read',
    response: LedgerState,
  },
  verifyLedger: {
    method: 'POST',
    path: '/api/ledger/verify',
    summary: 'Checks every entry, root and signature anew',
    permission: 'ledger.read',
    response: LedgerState,
  },
  getLedgerEntry: {
    method: 'GET',
    path: '/api/ledger/entries/{sequence}',
    summary: 'One entry with its inclusion proof',
    permission: 'ledger.read',
    params: LedgerEntryParams,
    response: ProvenEntry,
  },
  exportLedger: {
    method: 'GET',
    path: '/api/ledger/export',
    summary: 'The whole ledger as a file that the verifier reads',
    permission: 'ledger.read',
    file: true,
  },
  makeEvidence: {
    method: 'POST',
    path: '/api/evidence',
    summary: 'Begins an evidence package',
    permission: 'evidence.export',
    body: EvidenceRequest,
    response: EvidenceState,
  },
  listEvidence: {
    method: 'GET',
    path: '/api/evidence',
    summary: 'The caller’s own packages that are being made or can be fetched',
    permission: 'evidence.export',
    response: EvidenceList,
  },
  cancelEvidence: {
    method: 'POST',
    path: '/api/evidence/{id}/cancel',
    summary: 'Stops making a package, or throws it away',
    permission: 'evidence.export',
    params: EvidenceParams,
    response: EvidenceState,
  },
  downloadEvidence: {
    method: 'GET',
    path: '/api/evidence/{id}/package',
    summary: 'The package, any byte range of it',
    permission: 'evidence.export',
    params: EvidenceParams,
    file: true,
  },
  getRetentionGroups: {
    method: 'GET',
    path: '/api/retention',
    summary: 'The retention groups with their periods',
    permission: 'retention.view',
    response: RetentionGroups,
  },
  getRetentionMembers: {
    method: 'POST',
    path: '/api/retention/members',
    summary: 'Who is recorded under which group, line by line',
    permission: 'retention.view',
    lines: RetentionMembersLine,
  },
  forecastRetention: {
    method: 'POST',
    path: '/api/retention/forecast',
    summary: 'What will be deleted and when, line by line',
    permission: 'retention.view',
    body: RetentionForecastRequest,
    lines: ForecastLine,
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
  ...DIRECTORY_API,
  ...SAVED_VIEW_API,
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
