import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { API, type ApiName } from '@/lib/contract/api'
import type { RecordedName } from '@/lib/ledger/objects'
import { call } from './gate-request'
import type { ApiRoute } from './route-modules'

/** How one recorded call is made so that it succeeds, and whether Focus is asked for it. */
export type RecordedCall = {
  asksFocus: boolean
  id?: string
  query?: string
  body?: unknown
}

type Subjects = {
  audio: string
  transcript: string
  sms: string
  person: string
  sequence: string
  pack: string
}

/** Every call that is written down; a new one does not compile until it stands here, too. */
export function recordedCalls(of: Subjects): Record<RecordedName, RecordedCall> {
  const { audio, transcript, sms, person, sequence, pack } = of
  const focus = { asksFocus: true }
  const own = { asksFocus: false }
  return {
    searchRecordings: { ...focus, body: { limit: 5 } },
    explainSearch: { ...focus, body: { endpointValues: { include: ['+44 7700 900123'] } } },
    tallyRecordings: { ...focus, body: { most: 20 } },
    getRecording: { ...focus, id: audio },
    getTranscript: { ...focus, id: transcript },
    getSmsMessage: { ...focus, id: sms },
    getComments: { ...focus, id: audio },
    getAudio: { ...focus, id: audio },
    downloadMedia: { ...focus, id: audio },
    revealRecording: { ...focus, body: { recordingId: Number(audio) } },
    beginExport: {
      ...own,
      body: { of: 'recordings', format: 'csv', filter: 'all', zone: 'UTC', rows: 5 },
    },
    gatherAudit: {
      ...focus,
      body: { by: { kind: 'recording', recordingId: Number(audio) } },
    },
    getAuditActors: own,
    getFindingContext: focus,
    getDismissals: own,
    dismissFinding: {
      ...own,
      body: { key: 'outside-hours:1', reason: 'on duty', sentence: 'It was late.' },
    },
    verifyLedger: own,
    getLedgerEntry: { ...own, id: sequence },
    exportLedger: own,
    makeEvidence: {
      ...focus,
      body: {
        recordings: { ids: [Number(audio)] },
        query: 'one call',
        reason: { purpose: 'a complaint', caseNumber: 'C-1' },
      },
    },
    downloadEvidence: { ...own, id: pack },
    getRetentionGroups: focus,
    getRetentionMembers: focus,
    forecastRetention: { ...focus, body: { most: 20 } },
    readDirectory: focus,
    searchPeople: { ...focus, body: { limit: 5 } },
    getPerson: { ...focus, id: person },
    getPersonActivity: { ...focus, id: person },
    searchEndpoints: { ...focus, body: { limit: 5 } },
    lookUpEndpoints: { ...focus, body: { values: ['+44 7700 900123'] } },
    searchUsers: { ...focus, body: { limit: 5 } },
    explainDirectory: {
      ...focus,
      body: { of: 'people', search: { endpointValues: ['+44 7700 900123'] } },
    },
    getPeopleNames: { ...focus, query: '?name=a' },
  }
}

/** Makes the call of that name as Next.js would. */
export function makeCall(
  routes: ApiRoute[],
  name: ApiName,
  cookie: string,
  { id = randomUUID(), query = '', body }: Omit<RecordedCall, 'asksFocus'> = {},
): Promise<Response> {
  const { method, path } = API[name]
  const route = routes.find((one) => one.method === method && one.path === path)
  if (route === undefined) throw new Error(`There is no route for ${name}`)
  const given = body === undefined ? {} : { body: JSON.stringify(body) }
  return call(route, { cookie, id, query, ...given })
}

const Found = z.object({
  recordings: z.array(
    z.object({
      id: z.number(),
      kind: z.string().nullable(),
      hasAudio: z.boolean().nullable(),
      hasTranscript: z.boolean().nullable(),
      tags: z.array(z.string()),
    }),
  ),
})

/** The newest recordings as the search answers them. */
export async function newest(routes: ApiRoute[], cookie: string) {
  const answer = await makeCall(routes, 'searchRecordings', cookie, { body: { limit: 200 } })
  return Found.parse(await answer.json()).recordings
}
