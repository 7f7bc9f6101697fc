import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, callerOf } from '../sandbox-caller'
import { type Sandbox, startSandbox } from '../start-sandbox'
import { spanOf } from './audio-call'

const PLAY = '/client/recording.playBackByThirdPartyId'
let sandbox: Sandbox
let caller: Caller
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, ratePerSecond: 100_000 })
  caller = await callerOf(sandbox)
})
afterAll(() => sandbox.close())

const detailOf = async (recordingId: number) =>
  (await caller.call('/client/recording.detail.get', { recordingId })).json()
const play = (thirdPartyId: string, range?: string) =>
  caller.call(PLAY, { thirdPartyId }, { headers: range ? { Range: range } : {} })

describe('audio', () => {
  it('streams what the detail states, and counts it as a play', async () => {
    const detail = await detailOf(500_010)
    const before = sandbox.stats().playEvents
    const reply = await play(detail.thirdPartyId)
    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toBe(detail.mediaType)
    expect(Number(reply.headers['content-length'])).toBe(detail.sizeBytes)
    expect(reply.bytes.length).toBe(detail.sizeBytes)
    expect(sandbox.stats().playEvents).toBe(before + 1)
  })

  it('serves any range as a slice of the whole', async () => {
    const { thirdPartyId } = await detailOf(500_010)
    const whole = (await play(thirdPartyId)).bytes
    const size = whole.length
    for (const [range, start, end] of [
      ['bytes=0-99', 0, 100],
      ['bytes=70001-140000', 70_001, 140_001],
      [`bytes=${size - 5}-`, size - 5, size],
      ['bytes=-1000', size - 1000, size],
      ['bytes=10-999999999', 10, size],
    ] as const) {
      const part = await play(thirdPartyId, range)
      expect(part.status).toBe(206)
      expect(part.headers['content-range']).toBe(`bytes ${start}-${end - 1}/${size}`)
      expect(part.bytes.equals(whole.subarray(start, end)), range).toBe(true)
    }
    const beyond = await play(thirdPartyId, `bytes=${size}-`)
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${size}`])
  })

  it('gives 404 where there is no media, and for ids of no recording', async () => {
    for (const id of [500_012, 500_017, 500_019]) {
      expect((await play((await detailOf(id)).thirdPartyId)).status).toBe(404)
    }
    const { thirdPartyId } = await detailOf(500_010)
    expect((await play(`${thirdPartyId.slice(0, -1)}!`)).status).toBe(404)
    expect((await play('anything')).status).toBe(404)
  })

  it('notices a reader who leaves a long call', async () => {
    const { thirdPartyId } = await detailOf(500_008)
    const before = sandbox.stats().abortedStreams
    for await (const _ of await caller.open(PLAY, { thirdPartyId })) break
    while (sandbox.stats().abortedStreams === before) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(sandbox.stats().abortedStreams).toBe(before + 1)
  })
})

describe('spanOf', () => {
  it('ignores what is no single range of bytes', () => {
    for (const header of [
      undefined,
      'bytes=',
      'bytes=-',
      'bytes=5-1',
      'bytes=0-1,4-5',
      'lines=1-2',
    ]) {
      expect(spanOf(header, 10)).toBeNull()
    }
    expect(spanOf('bytes=-0', 10)).toBe('unsatisfiable')
    expect(spanOf('bytes=-50', 10)).toEqual({ start: 0, end: 10 })
  })
})
