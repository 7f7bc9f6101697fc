import './gate-environment'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { API, type ApiName } from '@/lib/contract/api'
import { PeopleNames } from '@/lib/contract/person'
import { RecordingDetail } from '@/lib/contract/recording'
import { RecordingPage } from '@/lib/contract/recording-search'
import { Transcript } from '@/lib/contract/transcript'
import { UserPage } from '@/lib/contract/user'
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox'
import { call, cookieOf } from './gate-request'
import { apiRoutes } from './route-modules'

let sandbox: Sandbox
let routes: Awaited<ReturnType<typeof apiRoutes>> = []

beforeAll(async () => {
  sandbox = await startSandbox({ recordings: 600, port: 0 })
  // Before anything reads the configuration.
  Object.assign(process.env, {
    FOCUS_BASE_URL: sandbox.url,
    FOCUS_CLIENT_ID: String(sandbox.clientId),
    FOCUS_API_KEY: sandbox.apiKey,
    FOCUS_USERNAME: sandbox.username,
    PSEUDONYM_ROLES: 'compliance-officer,admin',
  })
  routes = await apiRoutes()
})
afterAll(() => sandbox.close())

type Ask = { id?: number; query?: string; body?: unknown }

async function textOf(name: ApiName, cookie: string, ask: Ask = {}): Promise<string> {
  const { path, method } = API[name]
  const route = routes.find((one) => one.path === path && one.method === method)
  if (route === undefined) throw new Error(`${method} ${path} has no route`)
  const response = await call(route, {
    cookie,
    ...(ask.id !== undefined && { id: String(ask.id) }),
    ...(ask.query !== undefined && { query: ask.query }),
    ...(ask.body !== undefined && { body: JSON.stringify(ask.body) }),
  })
  expect([name, response.status]).toEqual([name, 200])
  return response.text()
}

const WEEK = { from: '2020-01-01T00:00:00Z', to: '2035-01-01T00:00:00Z' }
/** A text message, a chat, a meeting and calls (sandbox/README.md). */
const SMS = 500012
const SPOKEN = [500000, 500001, 500007]
const RECORDINGS = [...SPOKEN, 500014, 500029]

/**
 * How each call that could name somebody is asked here; null for what names nobody, or what a reader is given in clear
 * because it is the very point of it (a reveal, a file of evidence or of the ledger).
 */
const ASKED = {
  searchRecordings: [{ body: { limit: 200 } }],
  explainSearch: null,
  tallyRecordings: [{ body: { most: 200 } }],
  getRecording: [...RECORDINGS, SMS].map((id) => ({ id })),
  getTranscript: SPOKEN.map((id) => ({ id })),
  getSmsMessage: [{ id: SMS }],
  getComments: RECORDINGS.map((id) => ({ id })),
  getAudio: null,
  reportHeard: null,
  downloadMedia: null,
  revealRecording: null,
  giveReason: null,
  beginExport: null,
  gatherAudit: [
    { body: { by: { kind: 'recording', recordingId: 500000 } } },
    { body: { by: { kind: 'all' }, ...WEEK, focus: false } },
  ],
  getAuditActors: null,
  getFindingContext: [{ query: `?from=${WEEK.from}&to=${WEEK.to}` }],
  getDismissals: null,
  dismissFinding: null,
  getLedgerState: null,
  verifyLedger: null,
  getLedgerEntry: [3, 4, 5, 6, 7, 8, 9, 10].map((id) => ({ id })),
  exportLedger: null,
  makeEvidence: null,
  listEvidence: null,
  cancelEvidence: null,
  downloadEvidence: null,
  getRetentionGroups: null,
  getRetentionMembers: [{}],
  forecastRetention: null,
  getPeaks: null,
  readDirectory: [{}],
  signReconciliation: null,
  searchPeople: [{ body: {} }, { body: { name: 'a' } }],
  getPerson: [{ id: 1001 }],
  getPersonActivity: [{ id: 1001 }],
  searchEndpoints: [{ body: {} }],
  // In another spelling than Focus's: what was typed is given back.
  lookUpEndpoints: [{ body: { values: ['+44 7897 897897'] } }],
  searchUsers: [{ body: {} }],
  explainDirectory: null,
  getPeopleNames: [{ query: '?name=a' }, { query: '?ids=1001,1002,3001' }],
  // As whoever saved them wrote them: SECURITY.md.
  listSavedViews: null,
  saveView: null,
  removeView: null,
  setDefaultView: null,
  getSession: null,
  getStatus: null,
  getHealth: null,
  getReadiness: null,
  getOpenApi: null,
} satisfies Record<ApiName, Ask[] | null>

/** Words that were said or written stay as they are. */
const withoutWords = (text: string) =>
  text.replace(/"(text|body)":"(?:[^"\\]|\\.)*"/g, '"$1":"said"')

test('nothing in clear reaches somebody who sees pseudonyms, but what was said', async () => {
  const clear = await cookieOf(['qa-reviewer'])
  const canaries = new Set<string>()
  const page = RecordingPage.parse(
    JSON.parse(await textOf('searchRecordings', clear, { body: { limit: 200 } })),
  )
  for (const id of SPOKEN) {
    const read = Transcript.parse(JSON.parse(await textOf('getTranscript', clear, { id })))
    for (const { speaker } of read.utterances) if (speaker?.includes(' ')) canaries.add(speaker)
  }
  for (const { parties } of page.recordings)
    for (const { personName, value } of parties)
      for (const text of [personName, value]) if (text !== null) canaries.add(text)
  const people = PeopleNames.parse(
    JSON.parse(await textOf('getPeopleNames', clear, { query: '?name=a' })),
  )
  for (const { name } of people.people) canaries.add(name)
  // Who accessed something stays in clear: that is what an audit is about.
  for (const accessor of ['Anna Meyer', 'anna.meyer@sandbox.example']) canaries.delete(accessor)
  expect(canaries.size).toBeGreaterThan(60)

  const masked = await cookieOf(['compliance-officer', 'admin'])
  for (const [name, asks] of Object.entries(ASKED)) {
    for (const ask of asks ?? []) {
      // a key of the table of calls
      const text = withoutWords(await textOf(name as ApiName, masked, ask))
      const shown = [...canaries].filter((canary) => text.includes(canary))
      expect({ name, ask, shown }).toEqual({ name, ask, shown: [] })
    }
  }
})

test('users are masked to the last name, and found by a clear one as people are', async () => {
  const clear = await cookieOf(['admin', 'qa-reviewer'])
  const masked = await cookieOf(['admin'])
  const usersFor = async (cookie: string, body: unknown) =>
    UserPage.parse(JSON.parse(await textOf('searchUsers', cookie, { body }))).users
  const [named, hidden] = [await usersFor(clear, {}), await usersFor(masked, {})]
  const names = named.flatMap(({ name, username, email }) => [name, username, email])
  expect(new Set(names).size).toBeGreaterThan(20)
  const shown = JSON.stringify(hidden)
  expect(names.filter((name) => name !== null && shown.includes(name))).toEqual([])
  // What they may do stays: it names nobody.
  const rightsOf = (users: typeof named) =>
    users.map(({ userId, roles, rights }) => [userId, roles, rights])
  expect(rightsOf(hidden)).toEqual(rightsOf(named))
  // SECURITY.md: who knows a name can find its pseudonym.
  const found = await usersFor(masked, { text: 'shah' })
  expect(found.map(({ name }) => name)).toEqual([
    hidden.find(({ userId }) => userId === found[0]?.userId)?.name,
  ])
})

test('a pseudonym is the same wherever it stands, and a reveal tells who it is', async () => {
  const masked = await cookieOf(['compliance-officer'])
  const id = 500000
  const shown = RecordingDetail.parse(JSON.parse(await textOf('getRecording', masked, { id })))
  const said = Transcript.parse(JSON.parse(await textOf('getTranscript', masked, { id })))
  const named = shown.parties.find((party) => party.personName !== null)
  expect(named?.personName).toMatch(/^Person [0-9A-F]{6}$/)
  expect(said.utterances.map(({ speaker }) => speaker)).toContain(named?.personName)
  const revealed = RecordingDetail.parse(
    JSON.parse(await textOf('revealRecording', masked, { body: { recordingId: id } })),
  )
  expect(revealed.parties.find((party) => party.personId === named?.personId)?.personName).toMatch(
    /^\p{L}+ \p{L}+/u,
  )
})

test('one role that is free of it is enough to see names', async () => {
  const both = await cookieOf(['compliance-officer', 'qa-reviewer'])
  const text = await textOf('getRecording', both, { id: 500000 })
  expect(text).not.toMatch(/Person [0-9A-F]{6}/)
})
