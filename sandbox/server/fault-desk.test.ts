import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, callerOf } from '../sandbox-caller'
import { type Sandbox, startSandbox } from '../start-sandbox'
import { NAMED_RECORDINGS } from '../tenant/named-recordings'
import { FAULTS, type Fault } from './fault-names'

const START = Date.parse('2026-11-23T19:40:00Z')
const PLAY = '/client/recording.playBackByThirdPartyId'
const DETAIL = '/client/recording.detail.get'
let nowMs = START
let sandbox: Sandbox
let caller: Caller
beforeAll(async () => {
  const options = { port: 0, clock: () => nowMs, ratePerSecond: 1e9, tokenSeconds: 9999 }
  sandbox = await startSandbox({ ...options, slowMs: 50 })
  caller = await callerOf(sandbox)
})
afterAll(() => sandbox.close())

const idOf = (fault: Fault) =>
  500_000 + NAMED_RECORDINGS.findIndex((named) => named.fault === fault)
const detailOf = (fault: Fault) => caller.call(DETAIL, { recordingId: idOf(fault) })
const rowOf = async (fault: Fault) => {
  const tags = { include: [`sandbox.fault.${fault}`] }
  const found = (await caller.call('/client/recording.search', { tags })).json()
  expect(found.total).toBe(1)
  return found.recordings[0]
}
const mediaOf = async (fault: Fault) => ({ thirdPartyId: (await rowOf(fault))?.thirdPartyId })

describe('the sentinels', () => {
  it('stand at the old end of the list, one a fault, found by their tags', async () => {
    for (const fault of FAULTS) {
      const row = await rowOf(fault)
      if (fault !== 'unreadable-row') expect(row?.interactionId).toBe(idOf(fault))
    }
    const newest = (await caller.call('/client/recording.search', { limit: 200 })).text
    expect(newest).not.toContain('sandbox.fault')
  })

  it('slow: answers late', async () => {
    expect((await detailOf('slow')).status).toBe(200)
  })

  it('slow: ends when the caller leaves', async () => {
    const patient = await startSandbox({ port: 0, slowMs: 600_000 })
    const its = await callerOf(patient)
    const leaving = new AbortController()
    const asked = its.call(DETAIL, { recordingId: idOf('slow') }, { signal: leaving.signal })
    const seen = async (wanted: (stats: ReturnType<Sandbox['stats']>) => boolean) => {
      while (!wanted(patient.stats())) await new Promise((resolve) => setImmediate(resolve))
    }
    await seen((stats) => stats.inFlight === 1 && stats.calls[DETAIL] === 1)
    leaving.abort()
    await expect(asked).rejects.toThrow()
    await seen((stats) => stats.inFlight === 0)
    expect(patient.stats().abortedCalls).toBe(1)
    await patient.close()
  })

  it('429: refuses for twelve seconds, in three ways, and then serves', async () => {
    const seconds = await detailOf('429')
    expect([seconds.status, seconds.headers['retry-after']]).toEqual([429, '12'])
    const date = await detailOf('429-date')
    expect([date.status, Date.parse(date.headers['retry-after'] ?? '')]).toEqual([
      429,
      nowMs + 12_000,
    ])
    const bare = await detailOf('429-bare')
    expect([bare.status, bare.headers['retry-after']]).toEqual([429, undefined])
    nowMs += 12_000
    expect((await detailOf('429')).status).toBe(200)
    nowMs += 60_000
    expect((await detailOf('429')).status).toBe(429)
  })

  it('500-html, 503, 403, not-json, cut-json: answer so', async () => {
    const page = await detailOf('500-html')
    expect([page.status, page.headers['content-type']]).toEqual([500, 'text/html; charset=utf-8'])
    expect((await detailOf('503')).status).toBe(503)
    expect((await detailOf('403')).status).toBe(403)
    const words = await detailOf('not-json')
    expect(words.status).toBe(200)
    expect(words.json).toThrow()
    await expect(detailOf('cut-json')).rejects.toThrow('aborted')
  })

  it('503-recovers and 401-once: fail, and then serve', async () => {
    const statuses = []
    for (let at = 0; at < 4; at++) statuses.push((await detailOf('503-recovers')).status)
    expect(statuses).toEqual([503, 503, 200, 503])
    expect((await detailOf('401-once')).status).toBe(401)
    expect((await detailOf('401-once')).status).toBe(200)
  })

  it('unreadable-row and unreadable-parts: spoil some of the answer', async () => {
    const row = await rowOf('unreadable-row')
    expect([row?.interactionId, row?.recordingId, row?.thirdPartyId]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    const body = { recordingId: idOf('unreadable-parts') }
    const { segments } = (await caller.call('/client/recording.transcription.get', body)).json()
    expect(segments[0]?.startMs).toBeTypeOf('number')
    expect(segments[1]?.startMs).toBe('soon')
    const path = `/client/recording/comment?recordingId=${body.recordingId}`
    expect((await caller.call(path)).json().comments.at(-1)).toBeTypeOf('string')
  })
})

describe('the audio sentinels', () => {
  it('audio-cut and audio-stalls: break off in the middle', async () => {
    for (const fault of ['audio-cut', 'audio-stalls'] as const) {
      const incoming = await caller.open(PLAY, await mediaOf(fault))
      const promised = Number(incoming.headers['content-length'])
      let received = 0
      const reading = (async () => {
        for await (const chunk of incoming) received += chunk.length
      })()
      await expect(reading).rejects.toThrow()
      expect(received).toBeGreaterThan(0)
      expect(received).toBeLessThan(promised)
    }
  })

  it('audio-no-length and audio-no-range: leave out what they are named for', async () => {
    const headers = { Range: 'bytes=100-199' }
    const endless = await caller.call(PLAY, await mediaOf('audio-no-length'), { headers })
    expect([endless.status, endless.headers['content-length']]).toEqual([200, undefined])
    const whole = await caller.call(PLAY, await mediaOf('audio-no-range'), { headers })
    expect([whole.status, whole.headers['accept-ranges']]).toEqual([200, undefined])
    expect(Number(whole.headers['content-length'])).toBe(whole.bytes.length)
    expect(endless.bytes.length).toBeGreaterThan(200)
  })

  it('audio-slow: trickles, and its reader may leave', async () => {
    const before = sandbox.stats().abortedStreams
    const incoming = await caller.open(PLAY, await mediaOf('audio-slow'))
    for await (const chunk of incoming) {
      expect(chunk.length).toBeLessThan(Number(incoming.headers['content-length']) / 10)
      break
    }
    while (sandbox.stats().abortedStreams === before) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  })

  it('audio-404: has a detail but no media', async () => {
    expect((await detailOf('audio-404')).status).toBe(200)
    expect((await caller.call(PLAY, await mediaOf('audio-404'))).status).toBe(404)
  })
})

describe('faults on demand', () => {
  it('come with a header, on any call, before the token is looked at', async () => {
    const headers = { 'X-Sandbox-Fault': '500-html' }
    const options = { headers, token: null }
    expect((await caller.call('/client/user/search', {}, options)).status).toBe(500)
    expect((await caller.call('/authWithApiKey', {}, options)).status).toBe(500)
  })

  it('come to a search by its free text', async () => {
    const ask = (fault: Fault) =>
      caller.call('/client/recording.search', { freeText: `sandbox.fault.search.${fault}` })
    expect((await ask('500-html')).status).toBe(500)
    expect((await ask('not-json')).text).toContain('not JSON')
    expect((await ask('unreadable-row')).json().recordings[0]?.interactionId).toBeUndefined()
  })
})
