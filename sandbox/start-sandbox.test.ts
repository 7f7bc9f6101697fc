import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, callerOf } from './sandbox-caller'
import { CALLS } from './server/calls'
import { RIGHTS } from './server/rights'
import { type Sandbox, startSandbox } from './start-sandbox'

const NOW = Date.parse('2026-11-23T19:40:00Z')
let sandbox: Sandbox
let caller: Caller
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, nowMs: NOW, ratePerSecond: 100_000 })
  caller = await callerOf(sandbox)
})
afterAll(() => sandbox.close())

/** A request that each call takes, with what its answer must hold. */
const PROPER: Record<string, { body?: unknown; query?: string; holds: string }> = {
  '/authWithApiKey': {
    body: { clientId: 1000001, apiKey: 'sandbox-key', username: 'focus.console@sandbox.example' },
    holds: 'token',
  },
  '/client/recording.search': { body: {}, holds: 'recordings' },
  '/client/recording.detail.get': { body: { recordingId: 500000 }, holds: 'mediaType' },
  '/client/recording.transcription.get': { body: { recordingId: 500000 }, holds: 'segments' },
  '/client/recording.sms-message.get': { body: { recordingId: 500012 }, holds: 'sentDatetimeUTC' },
  '/client/recording/audit': { body: { recordingId: 500000 }, holds: 'audit' },
  '/client/people.search': { body: { search: 'priya' }, holds: 'people' },
  '/client/people.searchByName': { body: { name: 'shah' }, holds: 'people' },
  '/client/people.get': { body: { peopleIds: [1001, 3001] }, holds: 'people' },
  '/client/people/endpoint/search': {
    body: { type: 'phone', endpointSearch: '447897897897' },
    holds: 'endpoints',
  },
  '/client/people/endpoint/get': { body: { endpoints: ['447897897897'] }, holds: 'endpoints' },
  '/client/user/search': { body: {}, holds: 'users' },
  '/admin/retentionGroup': { holds: 'retentionGroups' },
  '/client/recording/comment': { query: '?recordingId=500000', holds: 'comments' },
}

describe('the fifteen calls', () => {
  it('are fifteen, with the paths and methods the vendor gives', () => {
    expect(CALLS).toHaveLength(15)
    expect(CALLS.filter((call) => call.method === 'GET').map((call) => call.path)).toEqual([
      '/admin/retentionGroup',
      '/client/recording/comment',
    ])
  })

  for (const [path, { body, query = '', holds }] of Object.entries(PROPER)) {
    it(`${path} answers`, async () => {
      const reply = await caller.call(path + query, body)
      expect(reply.status).toBe(200)
      expect(reply.headers['content-type']).toContain('application/json')
      expect(reply.json()).toHaveProperty(holds)
    })
  }

  for (const call of CALLS.filter((each) => each.right !== null)) {
    const { body, query = '' } = PROPER[call.path] ?? { body: { thirdPartyId: 'x' } }
    it(`${call.path} asks for a token, and for ${call.right}`, async () => {
      expect((await caller.call(call.path + query, body, { token: null })).status).toBe(401)
      expect((await caller.call(call.path + query, body, { token: 'a.b.c' })).status).toBe(401)
      const right = call.right ?? 'Recording.View'
      sandbox.setRight(right, false)
      expect((await caller.call(call.path + query, body)).status).toBe(403)
      sandbox.setRight(right, true)
      expect((await caller.call(call.path + query, body)).status).not.toBe(403)
    })
    if (call.method === 'POST') {
      it(`${call.path} refuses a field it does not know, and what is not JSON`, async () => {
        expect((await caller.call(call.path, { surprise: 1 })).status).toBe(400)
        expect((await caller.call(call.path, '{"oops')).status).toBe(400)
        const headers = { 'Content-Type': 'text/plain' }
        expect((await caller.call(call.path, body, { headers })).status).toBe(415)
      })
    }
  }

  it('refuses other methods and unknown paths', async () => {
    expect((await caller.call('/client/recording.search')).status).toBe(405)
    expect((await caller.call('/client/recording/search', {})).status).toBe(404)
  })

  it('answers 404 for what is not there', async () => {
    const missing = { recordingId: 499_999 }
    expect((await caller.call('/client/recording.detail.get', missing)).status).toBe(404)
    const silent = { recordingId: 500_016 }
    expect((await caller.call('/client/recording.transcription.get', silent)).status).toBe(404)
    const spoken = { recordingId: 500_000 }
    expect((await caller.call('/client/recording.sms-message.get', spoken)).status).toBe(404)
    expect((await caller.call('/client/recording/comment?recordingId=9')).status).toBe(404)
    expect((await caller.call('/client/recording/comment?recordingId=x')).status).toBe(400)
  })

  it('names one well-known endpoint and the people asked for', async () => {
    const found = await caller.call('/client/people/endpoint/get', { endpoints: ['447897897897'] })
    expect(found.json().endpoints).toMatchObject([{ type: 'phone', value: '447897897897' }])
    const people = (await caller.call('/client/people.get', { peopleIds: [1001, 9] })).json().people
    expect(people).toMatchObject([{ displayName: 'Priya Shah', type: 'subscriber' }])
    const types = new Set(people[0]?.endpoints.map((endpoint) => endpoint.type))
    expect(types).toEqual(new Set(['phone', 'email', 'teams', 'sip']))
  })

  it('shows the rights the service user holds among the users', async () => {
    sandbox.setRight('Recording.Play', false)
    const users = (await caller.call('/client/user/search', { search: 'focus.console' })).json()
    sandbox.setRight('Recording.Play', true)
    expect(users.users).toHaveLength(1)
    expect(users.users[0]?.rights).toEqual(RIGHTS.filter((right) => right !== 'Recording.Play'))
  })

  it('writes what the service user does into the audit', async () => {
    const auditOf = async () =>
      (await caller.call('/client/recording/audit', { recordingId: 500_010 })).json().audit
    const before = (await auditOf()).length
    const detail = await caller.call('/client/recording.detail.get', { recordingId: 500_010 })
    const { thirdPartyId } = detail.json()
    await caller.call('/client/recording.playBackByThirdPartyId', { thirdPartyId })
    const since = (await auditOf()).slice(before)
    expect(since.map((entry) => entry.action)).toEqual(['view', 'play'])
    expect(since[0]?.username).toBe(sandbox.username)
  })
})

describe('tokens', () => {
  it('are JWTs that say when they end, and end then', async () => {
    let nowMs = NOW
    const short = await startSandbox({ port: 0, clock: () => nowMs, tokenSeconds: 60 })
    const its = await callerOf(short)
    const claims = JSON.parse(Buffer.from(its.token.split('.')[1] ?? '', 'base64url').toString())
    expect(claims.exp).toBe(NOW / 1000 + 60)
    expect((await its.call('/client/user/search', {})).status).toBe(200)
    nowMs += 60_000
    expect((await its.call('/client/user/search', {})).status).toBe(401)
    await short.close()
  })

  it('can be revoked, and other credentials get none', async () => {
    const its = await callerOf(sandbox)
    sandbox.revokeTokens()
    expect((await its.call('/client/user/search', {})).status).toBe(401)
    const wrong = { clientId: 1000001, apiKey: 'other', username: sandbox.username }
    expect((await its.call('/authWithApiKey', wrong)).status).toBe(401)
    caller = await callerOf(sandbox)
  })
})

describe('the rate limit', () => {
  it('answers 429 with the seconds to wait, and serves again after them', async () => {
    let nowMs = NOW
    const strict = await startSandbox({ port: 0, clock: () => nowMs, ratePerSecond: 3 })
    const its = await callerOf(strict)
    const ask = () => its.call('/client/user/search', {})
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200])
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(refused.headers['retry-after']).toBe('1')
    nowMs += 1000
    expect((await ask()).status).toBe(200)
    await strict.close()
  })
})

describe('control', () => {
  it('withdraws rights, orders faults and revokes tokens while the sandbox runs', async () => {
    const its = await callerOf(sandbox)
    const order = (body: unknown) => its.call('/sandbox/control', body)
    await order({ withoutRights: ['Users.View'] })
    expect((await its.call('/client/user/search', {})).status).toBe(403)
    await order({ withoutRights: [] })
    await order({ fault: '503', for: '/client/user/search', times: 2 })
    const statuses = []
    for (let at = 0; at < 3; at++) statuses.push((await its.call('/client/user/search', {})).status)
    expect(statuses).toEqual([503, 503, 200])
    expect((await order({ revokeTokens: true })).status).toBe(200)
    expect((await its.call('/client/user/search', {})).status).toBe(401)
    expect((await order({ for: '/nothing' })).status).toBe(400)
    caller = await callerOf(sandbox)
  })

  it('counts what was asked', async () => {
    const before = (await caller.call('/sandbox/stats')).json()
    await caller.call('/admin/retentionGroup')
    const after = sandbox.stats()
    expect(after.calls['/admin/retentionGroup']).toBe(
      (before.calls['/admin/retentionGroup'] ?? 0) + 1,
    )
    expect(after.playEvents).toBe(before.playEvents)
  })
})
