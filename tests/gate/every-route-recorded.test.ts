import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ROLE_PERMISSIONS } from '@/lib/access/roles'
import { API, type ApiName } from '@/lib/contract/api'
import { ROLES } from '@/lib/contract/permission'
import { ACTION_OF } from '@/lib/ledger/actions'
import { ledger, startLedger } from '@/lib/ledger/ledger'
import type { RecordedName } from '@/lib/ledger/objects'
import { ProblemBody } from '@/lib/problem/problem'
import { database } from '@/lib/store/database'
import { verifyExport } from '@/verifier/ledger-verify.mjs'
import { ENVIRONMENT } from './gate-environment'
import { cookieOf } from './gate-request'
import { ledgerFile, type StoredEntry } from './ledger-file'
import { makeCall, newest, type RecordedCall, recordedCalls } from './recorded-calls'
import { type ApiRoute, apiRoutes } from './route-modules'
import { startWatchedTenant } from './watched-tenant'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

type Watched = Awaited<ReturnType<typeof startWatchedTenant<StoredEntry[]>>>
let tenant: Watched
let file: ReturnType<typeof ledgerFile>
let routes: ApiRoute[]
let cookie: string
let calls: Record<RecordedName, RecordedCall>
/** The newest entry before the call that is being looked at. */
let before = -1

const names = Object.keys(ACTION_OF).filter(
  (name): name is RecordedName => ACTION_OF[name as ApiName] !== null, // keys of that table
)

beforeAll(async () => {
  tenant = await startWatchedTenant(() => file.after(before))
  Object.assign(process.env, tenant.environment)
  await startLedger()
  file = ledgerFile()
  routes = await apiRoutes()
  cookie = await cookieOf([...ROLES])
  const found = await newest(routes, cookie)
  const idOf = (fits: (one: (typeof found)[number]) => boolean) => String(found.find(fits)?.id)
  calls = recordedCalls({
    audio: idOf(({ kind, hasAudio }) => kind === 'phone' && hasAudio === true),
    transcript: idOf(({ hasTranscript }) => hasTranscript === true),
    sms: idOf(({ kind }) => kind === 'sms'),
    person: '1001',
    sequence: '0',
    pack: await readyPackage(idOf(({ kind, hasAudio }) => kind === 'phone' && hasAudio === true)),
  })
})
afterAll(async () => {
  file.close()
  await ledger().stop()
  await tenant.close()
})

/** An evidence package that can be fetched. */
async function readyPackage(recordingId: string): Promise<string> {
  const { makeEvidence } = recordedCalls({
    audio: recordingId,
    transcript: '',
    sms: '',
    person: '',
    sequence: '',
    pack: '',
  })
  const begun = await makeCall(routes, 'makeEvidence', cookie, makeEvidence)
  const { id } = z.object({ id: z.string() }).parse(await begun.json())
  const State = z.object({ packages: z.array(z.object({ id: z.string(), state: z.string() })) })
  await vi.waitFor(
    async () => {
      const { packages } = State.parse(
        await (await makeCall(routes, 'listEvidence', cookie)).json(),
      )
      expect(packages.find((one) => one.id === id)?.state).toBe('ready')
    },
    { timeout: 60_000, interval: 100 },
  )
  return id
}

/** What was written since `before`: all of one action, each intent with its outcome. */
function allClosed(name: string, action: string): StoredEntry[] {
  const written = file.after(before)
  expect([...new Set(written.map((entry) => entry.action))], name).toEqual([action])
  const closed = written.filter(({ phase }) => phase === 'outcome').map(({ intent }) => intent)
  const intents = written.filter(({ phase }) => phase === 'intent')
  expect(
    closed.sort((a, b) => Number(a) - Number(b)),
    name,
  ).toEqual(intents.map(({ sequence }) => sequence))
  expect(written[0]?.phase, name).toBe('intent')
  return written
}

describe('every route that returns tenant data', () => {
  test('has its intent on disk before Focus is asked, and an outcome', async () => {
    expect(names.length).toBeGreaterThan(20)
    for (const name of names) {
      before = file.newest()
      tenant.reached.length = 0
      const answer = await makeCall(routes, name, cookie, calls[name])
      expect([name, answer.status]).toEqual([name, 200])
      await answer.arrayBuffer()
      const action = ACTION_OF[name]
      // A package is made after its answer, with an entry for each recording in it beside its own.
      const written = await vi.waitFor(() => allClosed(name, action), { timeout: 60_000 })
      if (name !== 'makeEvidence') expect(written, name).toHaveLength(2)
      expect(tenant.reached.length > 0, `${name} asks Focus`).toBe(calls[name].asksFocus)
      for (const { path, seen } of tenant.reached)
        expect(seen[0], `${name} asks ${path}`).toMatchObject({ phase: 'intent', action })
    }
  })

  test('names in its outcome what was asked of Focus', async () => {
    const { accesses } = await ledger().accesses({ limit: 5000 })
    const of = (name: RecordedName) =>
      accesses.findLast(({ deed }) => deed.action === ACTION_OF[name])
    const played = of('getAudio')
    expect(played?.outcome).toMatchObject({ status: 200, bytes: expect.any(Number) })
    expect(played?.outcome?.upstream?.map(({ call }) => call)).toContain('openMedia')
    const id = Number(calls.getAudio.id)
    for (const name of ['getAudio', 'downloadMedia', 'getRecording', 'getComments'] as const) {
      const access = of(name)
      expect(access?.outcome?.whose?.map(({ recordingId }) => recordingId)).toEqual([id])
      expect(access?.outcome?.whose?.[0]?.parties.length).toBeGreaterThan(0)
      for (const call of access?.outcome?.upstream ?? []) expect(call.recordingId).toBe(id)
    }
    const searches = accesses.filter(({ deed }) => deed.action === 'search')
    expect(searches.map(({ deed }) => deed.object.query)).toContainEqual({ limit: 5 })
    expect(searches.map(({ outcome }) => outcome?.counts?.rows)).toContain(5)
    const packed = accesses.filter(({ deed }) => deed.action === 'evidence-export')
    const why = { purpose: 'a complaint', caseNumber: 'C-1' }
    expect(packed.map(({ deed }) => deed.purpose)).toContainEqual(why)
  })

  test('leaves one entry when a role does not allow it, and asks nothing', async () => {
    for (const name of names) {
      const { permission } = API[name]
      // What anybody signed in may do is refused to no role.
      if (permission === 'signed-in') continue
      const role = ROLES.find((one) => !ROLE_PERMISSIONS[one].includes(permission))
      if (role === undefined) continue
      before = file.newest()
      tenant.reached.length = 0
      const answer = await makeCall(routes, name, await cookieOf([role]), calls[name])
      expect([name, answer.status]).toEqual([name, 403])
      const [refusal, ...more] = (await ledger().accesses({ after: before })).accesses
      expect(more).toEqual([])
      expect(refusal).toMatchObject({
        state: 'closed',
        deed: { action: ACTION_OF[name], allowed: false, rule: `permission:${permission}` },
      })
      expect(tenant.reached).toEqual([])
    }
  })

  test('answers that it cannot be recorded while the ledger cannot be written, and asks nothing', async () => {
    const db = await database()
    const admin = await cookieOf(['admin'])
    // SQLite itself refuses each write from here on, as it does on a disk that became read-only.
    await sql`pragma query_only = on`.execute(db)
    try {
      before = file.newest()
      tenant.reached.length = 0
      for (const name of names) {
        const answer = await makeCall(routes, name, cookie, calls[name])
        const { slug } = ProblemBody.parse(await answer.json())
        expect([name, answer.status, slug]).toEqual([name, 503, 'ledger-unavailable'])
      }
      const refused = await makeCall(routes, 'getAudio', admin, calls.getAudio)
      expect(refused.status).toBe(503)
      expect(tenant.reached).toEqual([])
      expect(file.after(before)).toEqual([])
      expect((await makeCall(routes, 'getReadiness', cookie)).status).toBeGreaterThanOrEqual(500)
      for (const name of ['getHealth', 'getSession', 'getOpenApi'] as const)
        expect([name, (await makeCall(routes, name, cookie)).status]).toEqual([name, 200])
    } finally {
      await sql`pragma query_only = off`.execute(db)
    }
    await vi.waitFor(async () => {
      expect((await makeCall(routes, 'getReadiness', cookie)).status).toBe(200)
    })
    const again = await makeCall(routes, 'getRecording', cookie, calls.getRecording)
    expect(again.status).toBe(200)
  })

  test('is sound as a whole', async () => {
    const { verified } = await ledger().verify(new AbortController().signal)
    expect(verified?.sound).toBe(true)
    expect(ENVIRONMENT.DATA_DIR).toBe(process.env.DATA_DIR)
  })

  test('is handed out as a file that a stranger finds sound, though its own intent stands in it', async () => {
    const answer = await makeCall(routes, 'exportLedger', cookie, calls.exportLedger)
    const { verifierKey } = await ledger().state()
    const report = await verifyExport([Buffer.from(await answer.arrayBuffer())], {
      keys: [verifierKey],
    })
    const { status, problems, openIntents, keyTrusted } = report
    expect({ status, problems, openIntents, keyTrusted }).toEqual({
      status: 'sound',
      problems: [],
      openIntents: 0,
      keyTrusted: true,
    })
  })
})
