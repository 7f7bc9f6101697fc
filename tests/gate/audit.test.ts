import './gate-environment'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { type AccessEvent, type AuditQuery, GatherLine } from '@/lib/contract/access-event'
import { API, type ApiName } from '@/lib/contract/api'
import { ExportGrant } from '@/lib/contract/export'
import { Dismissals, FindingContext } from '@/lib/contract/finding'
import { LedgerActors, LedgerState, ProvenEntry } from '@/lib/contract/ledger'
import { judge } from '@/lib/findings/judge'
import { callerOf } from '@/sandbox/sandbox-caller'
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox'
import { call, cookieOf } from './gate-request'
import { apiRoutes } from './route-modules'

const PLAIN_CALL = 500_000
const THREE_HOURS = 500_008

let sandbox: Sandbox
let routes: Awaited<ReturnType<typeof apiRoutes>> = []
let anna = ''
let officer = ''

beforeAll(async () => {
  sandbox = await startSandbox({ recordings: 120, port: 0 })
  // Before anything reads the configuration.
  Object.assign(process.env, {
    FOCUS_BASE_URL: sandbox.url,
    FOCUS_CLIENT_ID: String(sandbox.clientId),
    FOCUS_API_KEY: sandbox.apiKey,
    FOCUS_USERNAME: sandbox.username,
    REPORTING_LINES_FILE: 'sandbox/reporting-lines.csv',
  })
  routes = await apiRoutes()
  anna = await cookieOf(['qa-reviewer'])
  officer = await cookieOf(['compliance-officer'], {
    sub: 'officer-of-the-tests',
    name: 'Daniel Okafor',
    email: 'daniel.okafor@sandbox.example',
  })
})
afterAll(() => sandbox.close())

type Ask = { id?: number; query?: string; body?: unknown; signal?: AbortSignal }

function ask(name: ApiName, cookie: string, { id, body, ...rest }: Ask = {}): Promise<Response> {
  const { path, method } = API[name]
  const route = routes.find((one) => one.path === path && one.method === method)
  if (route === undefined) throw new Error(`${method} ${path} has no route`)
  return call(route, {
    cookie,
    ...rest,
    ...(id !== undefined && { id: String(id) }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

async function gathered(body: z.input<typeof AuditQuery>): Promise<AccessEvent[]> {
  const response = await ask('gatherAudit', officer, { body })
  expect(response.headers.get('content-type')).toMatch(/^application\/x-ndjson/)
  const lines = (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => GatherLine.parse(JSON.parse(line)))
  expect(lines.at(-1)?.type).toBe('end')
  return lines.flatMap((line) => (line.type === 'events' ? line.events : []))
}

const told = (events: AccessEvent[]) =>
  events
    .filter(({ who }) => who.kind !== 'focus-user')
    .map(({ who, action, focus, decision, unexplained }) =>
      [
        who.kind === 'person' ? who.name : who.kind,
        action,
        focus.map((row) => row.action).join('+'),
        decision,
        unexplained,
      ].join(' | '),
    )

test('what went through the gate is explained by it, and what did not is not', async () => {
  const id = PLAIN_CALL
  for (const name of ['getRecording', 'getTranscript', 'getComments'] as const)
    expect((await ask(name, anna, { id })).status).toBe(200)
  const audio = await ask('getAudio', anna, { id, query: `?listening=${randomUUID()}` })
  expect(audio.status).toBeLessThan(300)
  await audio.arrayBuffer()
  expect(
    (await ask('gatherAudit', anna, { body: { by: { kind: 'recording', recordingId: id } } }))
      .status,
  ).toBe(403)
  const outside = await callerOf(sandbox)
  await outside.call('/client/recording.detail.get', { recordingId: id })

  const events = await gathered({ by: { kind: 'recording', recordingId: id } })
  expect(told(events)).toEqual(
    expect.arrayContaining([
      'Anna Meyer | view | view | allowed | false',
      'Anna Meyer | transcript-read | view | allowed | false',
      'Anna Meyer | comments-read |  | allowed | false',
      expect.stringMatching(/^Anna Meyer \| play \| (view\+play|play\+view) \| allowed \| false$/),
      'nobody | view | view | allowed | true',
    ]),
  )
  expect(events.filter((event) => event.unexplained)).toHaveLength(1)
})

test('a reader who leaves in the middle leaves no row unexplained', async () => {
  const id = THREE_HOURS
  for (const afterMs of [0, 1, 5, 20, 60]) {
    const leaving = new AbortController()
    const going = ask('getAudio', anna, { id, signal: leaving.signal })
    const detail = ask('getRecording', anna, { id, signal: leaving.signal })
    setTimeout(() => leaving.abort(), afterMs)
    const response = await going
    await response.body?.cancel().catch(() => {})
    await detail
  }
  await expect
    .poll(async () => {
      const events = await gathered({ by: { kind: 'recording', recordingId: id } })
      return events.filter((event) => event.unexplained).length
    })
    .toBe(0)
})

test('findings over what was gathered, and one of them set aside for good', async () => {
  const events = await gathered({ by: { kind: 'recording', recordingId: PLAIN_CALL } })
  const from = new Date(Date.now() - 86_400_000).toISOString()
  const context = FindingContext.parse(
    await (await ask('getFindingContext', officer, { query: `?from=${from}` })).json(),
  )
  const { findings, notes } = judge(events, context)
  expect(notes).toEqual([])
  const sentences = findings.map(({ sentence }) => sentence)
  expect(
    sentences.some((one) => one.startsWith('Somebody used the key outside this console')),
  ).toBe(true)
  // Priya Shah is Anna Meyer's manager, as the sandbox has it.
  expect(sentences).toContain('Anna Meyer accessed a call of Priya Shah, their manager.')

  const [finding] = findings
  const body = { key: finding?.key, reason: 'A drill of ours', sentence: finding?.sentence }
  const after = Dismissals.parse(await (await ask('dismissFinding', officer, { body })).json())
  expect(after.dismissals).toMatchObject([
    { key: finding?.key, reason: 'A drill of ours', by: 'Daniel Okafor' },
  ])
  expect(await (await ask('getDismissals', officer)).json()).toEqual(after)
  const actors = LedgerActors.parse(await (await ask('getAuditActors', officer)).json()).actors
  const daniel = actors.find(({ name }) => name === 'Daniel Okafor')?.key ?? ''
  const own = await gathered({ by: { kind: 'actor', key: daniel }, focus: false })
  expect(own.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['audit-read', 'finding-dismiss']),
  )
})

test('an export of the audit rests on a checkpoint that covers everything in it', async () => {
  const body = { of: 'audit', format: 'pdf', filter: 'every access', zone: 'UTC', rows: 3 }
  const grant = ExportGrant.parse(await (await ask('beginExport', officer, { body })).json())
  expect(grant.checkpoint?.size).toBeGreaterThan(grant.entry)
})

test('the ledger: its state, an entry with its proof, its check, and all of it as a file', async () => {
  const state = LedgerState.parse(await (await ask('verifyLedger', officer)).json())
  expect(state.verified?.sound).toBe(true)
  const entry = ProvenEntry.parse(await (await ask('getLedgerEntry', officer, { id: 0 })).json())
  expect(entry.sequence).toBe(0)
  // The newest is proved, too: a checkpoint is signed for it, not waited for.
  const young = await ask('getLedgerEntry', officer, { id: state.size - 1 })
  const { proof, checkpoint } = ProvenEntry.parse(await young.json())
  expect(proof).not.toBeNull()
  expect(checkpoint?.size).toBeGreaterThanOrEqual(state.size)
  expect((await ask('getLedgerEntry', officer, { id: 999_999 })).status).toBe(404)
  const file = await ask('exportLedger', officer)
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="?ledger-/)
  const lines = (await file.text()).trimEnd().split('\n')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ type: 'ledger', complete: true })
  expect(lines.length).toBeGreaterThan(state.size)
  expect((await ask('getLedgerState', anna)).status).toBe(403)
})
