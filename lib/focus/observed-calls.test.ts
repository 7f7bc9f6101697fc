import { expect, test } from 'vitest'
import type { ObservedCall } from './client'
import { FOCUS_CALLS } from './endpoints'
import { focusAt, slugOf } from './testing/focus-at'
import { startStub } from './testing/stub-focus'

const utc = expect.stringMatching(/^\d{4}-.*Z$/)

test('each call that reached the wire is told of once, with its repetitions', async () => {
  const stub = await startStub({
    [FOCUS_CALLS.getRecording.path]: (_request, response, nth) => {
      // The first token is refused, then Focus stumbles once.
      if (nth === 1) response.writeHead(401).end()
      else if (nth === 2) response.writeHead(503).end()
      else
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end('{"interactionId":41,"thirdPartyId":"call-41"}')
    },
    [FOCUS_CALLS.openMedia.path]: (request, response) => {
      if (JSON.stringify(request.body).includes('gone')) response.destroy()
      else response.writeHead(200, { 'content-type': 'audio/wav' }).end('RIFF')
    },
    [FOCUS_CALLS.getPeople.path]: (_request, response) => response.writeHead(403).end(),
  })
  const { focus } = focusAt(stub.url)
  const seen: ObservedCall[] = []
  const call = {
    signal: new AbortController().signal,
    observe: (one: ObservedCall) => seen.push(one),
  }
  await focus.getRecording(41, call)
  const { body } = await focus.openMedia('call-41', { ...call, recordingId: 41 })
  expect(seen[1]).toMatchObject({ call: 'openMedia', status: 200, recordingId: 41 })
  for await (const _chunk of body);
  await slugOf(focus.openMedia('gone', { ...call, recordingId: 42 }))
  expect(await slugOf(focus.getPeople([7], call))).toBe('right-missing')
  // Known to be refused: nothing is asked, so there is nothing to tell.
  expect(await slugOf(focus.getPeople([7], call))).toBe('right-missing')
  await stub.close()
  expect(seen).toEqual([
    {
      call: 'getRecording',
      status: 200,
      attempts: 3,
      startedUtc: utc,
      durationMs: expect.any(Number),
      recordingId: 41,
    },
    expect.objectContaining({ call: 'openMedia', status: 200, attempts: 1, recordingId: 41 }),
    expect.objectContaining({ call: 'openMedia', status: null, attempts: 2, recordingId: 42 }),
    expect.objectContaining({ call: 'getPeople', status: 403, attempts: 1, recordingId: null }),
  ])
})
