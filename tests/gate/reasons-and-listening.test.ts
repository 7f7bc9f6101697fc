import './gate-environment'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { listenings } from '@/lib/bff/listening'
import type { Role } from '@/lib/contract/permission'
import { focusAt, patient } from '@/lib/focus/testing/focus-at'
import { ledger, startLedger } from '@/lib/ledger/ledger'
import { ProblemBody } from '@/lib/problem/problem'
import { call, cookieOf, OWN } from './gate-request'
import { makeCall } from './recorded-calls'
import { type ApiRoute, apiRoutes } from './route-modules'
import { startWatchedTenant } from './watched-tenant'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let tenant: Awaited<ReturnType<typeof startWatchedTenant<null>>>
let routes: ApiRoute[]
/** A call with the tag that demands a reason, and one without. */
let tagged: string
let plain: string

beforeAll(async () => {
  tenant = await startWatchedTenant(() => null)
  const { focus } = focusAt(tenant.environment.FOCUS_BASE_URL)
  const { recordings } = await focus.searchRecordings({ limit: 200 }, patient())
  const calls = recordings.filter(({ kind, hasAudio }) => kind === 'phone' && hasAudio)
  const first = calls.find(({ tags }) => tags.length > 0)
  const tag = first?.tags[0] ?? ''
  tagged = String(first?.id)
  plain = String(calls.find(({ tags }) => !tags.includes(tag))?.id)
  const REASONS = { roles: { 'qa-reviewer': 'required' }, tags: { [tag]: 'required' } }
  Object.assign(process.env, tenant.environment, { REASONS: JSON.stringify(REASONS) })
  await startLedger()
  routes = await apiRoutes()
})
afterAll(async () => {
  await ledger().stop()
  await tenant.close()
})

/** A session of its own each time. */
const person = (...roles: Role[]) => cookieOf(roles)

async function giveReason(cookie: string): Promise<string> {
  const body = { purpose: 'complaint of a client', caseNumber: 'C-77' }
  const answer = await makeCall(routes, 'giveReason', cookie, { body })
  return z.object({ reasonId: z.string() }).parse(await answer.json()).reasonId
}

async function slugOf(answer: Response): Promise<string> {
  return ProblemBody.parse(await answer.json()).slug
}

/** What the ledger holds from here on. */
async function sinceNow() {
  const { size } = await ledger().state()
  return async () => (await ledger().accesses({ after: size - 1 })).accesses
}

const mediaAsked = () => tenant.reached.filter(({ path }) => path.includes('playBack')).length

describe('a reason before access', () => {
  test('is demanded by a role before anything is asked, and the refusal is one entry', async () => {
    const cookie = await person('qa-reviewer')
    const stranger = await giveReason(await person('qa-reviewer'))
    for (const query of ['', `?reason=${randomUUID()}`, `?reason=${stranger}`]) {
      const written = await sinceNow()
      tenant.reached.length = 0
      const answer = await makeCall(routes, 'getAudio', cookie, { id: plain, query })
      expect([answer.status, await slugOf(answer)]).toEqual([428, 'reason-required'])
      expect(tenant.reached).toEqual([])
      expect(await written()).toMatchObject([
        { state: 'closed', deed: { action: 'play', allowed: false, rule: 'reason-required' } },
      ])
    }
  })

  test('stands in the intent of what it is the reason for', async () => {
    const cookie = await person('qa-reviewer')
    const reason = await giveReason(cookie)
    const written = await sinceNow()
    const played = await makeCall(routes, 'getAudio', cookie, {
      id: plain,
      query: `?reason=${reason}`,
    })
    expect(played.status).toBe(200)
    await played.arrayBuffer()
    const body = { of: 'recordings', format: 'csv', filter: 'all', zone: 'UTC', rows: 3 }
    expect((await makeCall(routes, 'beginExport', cookie, { body })).status).toBe(428)
    const exported = await makeCall(routes, 'beginExport', cookie, { body: { ...body, reason } })
    const Grant = z.object({ entry: z.number(), actor: z.string() })
    const { entry } = Grant.parse(await exported.json())
    const purpose = { purpose: 'complaint of a client', caseNumber: 'C-77' }
    const [play, refused, grant] = await written()
    expect(play?.deed).toMatchObject({ action: 'play', allowed: true, purpose })
    expect(refused?.deed).toMatchObject({ action: 'export', allowed: false, purpose: null })
    expect(grant).toMatchObject({ sequence: entry, deed: { action: 'export', purpose } })
  })

  test('is demanded by a tag before the media is asked of Focus, also where it is kept already', async () => {
    const cookie = await person('compliance-officer')
    const open = await makeCall(routes, 'getAudio', cookie, { id: plain })
    expect(open.status).toBe(200)
    await open.arrayBuffer()
    tenant.reached.length = 0
    for (const name of ['getAudio', 'downloadMedia'] as const) {
      const written = await sinceNow()
      const answer = await makeCall(routes, name, cookie, { id: tagged })
      expect([answer.status, await slugOf(answer)]).toEqual([428, 'reason-required'])
      expect(await written()).toMatchObject([
        { outcome: { status: 428, problem: 'reason-required' } },
      ])
    }
    expect(mediaAsked()).toBe(0)
    const query = `?reason=${await giveReason(cookie)}`
    const played = await makeCall(routes, 'getAudio', cookie, { id: tagged, query })
    expect(played.status).toBe(200)
    await played.arrayBuffer()
    expect((await makeCall(routes, 'getAudio', cookie, { id: tagged })).status).toBe(428)
  })
})

describe('media saved as a file', () => {
  test('comes byte for byte as Focus sent it, under an honest name', async () => {
    const cookie = await person('compliance-officer')
    const answer = await makeCall(routes, 'downloadMedia', cookie, { id: plain })
    expect(answer.status).toBe(200)
    const name = new RegExp(`^attachment; filename="\\d{8}T\\d{6}Z-${plain}\\.(wav|mp3|ogg|m4a)";`)
    expect(answer.headers.get('content-disposition')).toMatch(name)
    const { focus } = focusAt(tenant.environment.FOCUS_BASE_URL)
    const { thirdPartyId } = await focus.getRecording(Number(plain), patient())
    const chunks: Uint8Array[] = []
    for await (const chunk of (await focus.openMedia(thirdPartyId ?? '', patient())).body)
      chunks.push(chunk)
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.concat(chunks))).toBe(true)
    expect(answer.headers.get('content-length')).toBe(String(Buffer.concat(chunks).length))
  })
})

describe('one press of Play', () => {
  const heard = [{ startMs: 0, endMs: 2500 }]

  /** One range of the media, as a media element asks for it. */
  async function range(cookie: string, query: string, bytes: string): Promise<number> {
    const route = routes.find(({ path }) => path === '/api/recordings/{id}/audio')
    if (route === undefined) throw new Error('There is no route for media')
    const headers = { range: bytes, referer: 'http://localhost:4300/recordings/1?q=secret' }
    const answer = await call(route, { cookie, id: plain, query, headers: { ...OWN, ...headers } })
    expect(answer.status).toBe(206)
    return (await answer.arrayBuffer()).byteLength
  }

  test('is one access, with all its bytes and what was heard, and says whose call it was', async () => {
    const cookie = await person('compliance-officer')
    const listening = randomUUID()
    const written = await sinceNow()
    const query = `?listening=${listening}`
    let bytes = 0
    for (const span of ['bytes=0-999', 'bytes=5000-5999', 'bytes=200-299'])
      bytes += await range(cookie, query, span)
    expect(await written()).toMatchObject([{ state: 'open', deed: { action: 'play' } }])
    const report = { id: plain, body: { listening, heard, ended: true } }
    const receipt = await makeCall(routes, 'reportHeard', cookie, report)
    expect(await receipt.json()).toEqual({ heardMs: 2500 })
    const [access, ...more] = await written()
    expect(more).toEqual([])
    expect(access).toMatchObject({
      state: 'closed',
      deed: { object: { ids: [plain] }, origin: { page: '/recordings/1' } },
      outcome: { status: 206, bytes, heard },
    })
    expect(access?.outcome?.whose?.[0]?.recordingId).toBe(Number(plain))

    // Another range after the end is another access.
    await range(cookie, query, 'bytes=0-99')
    expect(await written()).toHaveLength(2)
  })

  test('is reported by the session that plays it alone', async () => {
    const cookie = await person('compliance-officer')
    const listening = randomUUID()
    await range(cookie, `?listening=${listening}`, 'bytes=0-9')
    const body = { listening, heard, ended: false }
    const reports = [
      [await person('compliance-officer'), plain],
      [cookie, tagged],
    ] as const
    for (const [who, id] of reports) {
      const answer = await makeCall(routes, 'reportHeard', who, { id, body })
      expect([answer.status, await slugOf(answer)]).toEqual([404, 'not-found'])
    }
    const own = await makeCall(routes, 'reportHeard', cookie, { id: plain, body })
    expect(own.status).toBe(200)
    const written = await sinceNow()
    await listenings().closeAll()
    expect(await written()).toEqual([])
    const { accesses } = await ledger().accesses({ actions: ['play'] })
    expect(accesses.every(({ state }) => state === 'closed')).toBe(true)
    expect(accesses.at(-1)?.outcome).toMatchObject({ problem: 'aborted', heard })
  })
})
