import type { z } from 'zod'
import type { API, ApiName } from '@/lib/contract/api'
import type { LedgerObject } from './access-ledger'
import type { ACTION_OF } from './actions'

type Part<N extends ApiName, K extends string> = (typeof API)[N] extends {
  readonly [key in K]: infer S extends z.ZodType
}
  ? z.output<S>
  : undefined
type Asked<N extends ApiName> = {
  params: Part<N, 'params'>
  query: Part<N, 'query'>
  body: Part<N, 'body'>
}

/** The calls that are written down. */
export type RecordedName = {
  [N in ApiName]: (typeof ACTION_OF)[N] extends null ? never : N
}[ApiName]

const recording = ({ params }: { params: { id: number } }): LedgerObject => ({
  kind: 'recording',
  ids: [String(params.id)],
})
const search = ({ body }: { body: unknown }): LedgerObject => ({
  kind: 'recordings',
  ids: [],
  query: body,
})

const person = ({ params }: { params: { id: number } }): LedgerObject => ({
  kind: 'people',
  ids: [String(params.id)],
})

/** What each call is about, told from the request alone, before anything is asked. */
export const OBJECT_OF: { readonly [N in RecordedName]: (asked: Asked<N>) => LedgerObject } = {
  searchRecordings: search,
  explainSearch: search,
  tallyRecordings: search,
  getRecording: recording,
  getTranscript: recording,
  getSmsMessage: recording,
  getComments: recording,
  getAudio: recording,
  downloadMedia: recording,
  revealRecording: ({ body }) => ({ kind: 'recording', ids: [String(body.recordingId)] }),
  beginExport({ body: { reason: _kept, recordingId, ...query } }) {
    if (recordingId !== null) return { kind: 'recording', ids: [String(recordingId)], query }
    if (query.of === 'recordings' || query.of === 'transcript')
      return { kind: 'recordings', ids: [], query }
    return { kind: query.of, ids: [], query }
  },
  gatherAudit({ body }) {
    const { by } = body
    return {
      kind: 'audit',
      ids: by.kind === 'recording' ? [String(by.recordingId)] : [],
      query: body,
    }
  },
  getAuditActors: () => ({ kind: 'audit', ids: [] }),
  getFindingContext: ({ query }) => ({ kind: 'audit', ids: [], query }),
  getDismissals: () => ({ kind: 'finding', ids: [] }),
  dismissFinding: ({ body }) => ({ kind: 'finding', ids: [], query: body }),
  verifyLedger: () => ({ kind: 'ledger', ids: [] }),
  getLedgerEntry: ({ params }) => ({ kind: 'ledger', ids: [String(params.sequence)] }),
  exportLedger: () => ({ kind: 'ledger', ids: [] }),
  makeEvidence({ body: { reason: _stated, recordings, ...query } }) {
    if ('ids' in recordings) return { kind: 'evidence', ids: recordings.ids.map(String), query }
    return { kind: 'evidence', ids: [], query: { ...query, search: recordings.search } }
  },
  downloadEvidence: ({ params }) => ({ kind: 'evidence', ids: [params.id] }),
  getRetentionGroups: () => ({ kind: 'retention', ids: [] }),
  getRetentionMembers: () => ({ kind: 'retention', ids: [] }),
  forecastRetention: ({ body }) => ({ kind: 'retention', ids: [], query: body }),
  readDirectory: () => ({ kind: 'people', ids: [] }),
  searchPeople: ({ body: { personIds, ...query } }) => ({
    kind: 'people',
    ids: personIds?.map(String) ?? [],
    query,
  }),
  getPerson: person,
  getPersonActivity: person,
  searchEndpoints: ({ body }) => ({ kind: 'endpoints', ids: [], query: body }),
  lookUpEndpoints: ({ body }) => ({ kind: 'endpoints', ids: [], query: body }),
  searchUsers: ({ body }) => ({ kind: 'users', ids: [], query: body }),
  explainDirectory: ({ body: { of, search } }) => ({
    kind: of === 'look-up' ? 'endpoints' : of,
    ids: [],
    query: search,
  }),
  getPeopleNames: ({ query }) => ({
    kind: 'people',
    ids: query.ids?.map(String) ?? [],
    ...(query.name !== undefined && { query: { name: query.name } }),
  }),
}
