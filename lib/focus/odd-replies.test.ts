import { afterEach, describe, expect, test } from 'vitest'
import { FIGURES } from './figures'
import type { Focus } from './focus'
import { focusAt, patient, slugOf } from './testing/focus-at'
import { ManualClock } from './testing/manual-clock'
import { json, type StubAnswer, type StubFocus, startStub } from './testing/stub-focus'

const SEARCH = '/client/recording.search'
const DETAIL = '/client/recording.detail.get'
const TRANSCRIPT = '/client/recording.transcription.get'
const AUDIO = '/client/recording.playBackByThirdPartyId'

let stub: StubFocus
afterEach(() => stub.close())

async function tenant(answers: Record<string, StubAnswer>, clock?: ManualClock) {
  stub = await startStub(answers)
  return focusAt(stub.url, clock && { clock }).focus
}
const searchAnswering = (value: unknown) =>
  tenant({ [SEARCH]: (_, response) => json(response, value) })

describe('replies that bend the contract', () => {
  test('rows with text for numbers, unknown kinds and fields, and rows nobody can read', async () => {
    const focus = await searchAnswering({
      recordings: [
        { interactionId: '12', type: 'hologram', durationSeconds: '61.5', warp: { factor: 9 } },
        { recordingId: 13, startDatetimeUTC: '2025-06-20 12:30:00+02:00', legalHold: 'perhaps' },
        { interactionId: '12345678901234567890', type: 'phone' },
        { interactionId: 2 ** 60, type: 'phone' },
        'row',
        null,
      ],
    })
    const page = await focus.searchRecordings({ limit: 6 }, patient())
    expect(page).toMatchObject({ total: null, nextOffset: 6, unreadable: 4 })
    expect(page.recordings).toMatchObject([
      { id: 12, kind: 'hologram', durationMs: 61_500, otherFields: { warp: { factor: 9 } } },
      { id: 13, startUtc: '2025-06-20T10:30:00.000Z', legalHold: null },
    ])
    expect(page.recordings[1]?.otherFields).toEqual({ legalHold: 'perhaps' })
  })

  test('without a total a short page is the last', async () => {
    const focus = await searchAnswering({ recordings: [{ interactionId: 1 }] })
    expect((await focus.searchRecordings({ limit: 2 }, patient())).nextOffset).toBeNull()
    expect((await focus.searchRecordings({ limit: 1 }, patient())).nextOffset).toBe(1)
  })

  test('a list bare or wrapped', async () => {
    const focus = await searchAnswering([{ interactionId: 1 }])
    expect((await focus.searchRecordings({}, patient())).recordings).toHaveLength(1)
  })

  test.each([
    ['no list', { recordings: 'none' }],
    ['no object', 7],
  ])('%s is a breach of contract', async (_, reply) => {
    expect(await slugOf((await searchAnswering(reply)).searchRecordings({}, patient()))).toBe(
      'upstream-contract',
    )
  })

  test('a detail of another recording is never shown', async () => {
    const focus = await tenant({ [DETAIL]: (_, response) => json(response, { interactionId: 8 }) })
    expect(await slugOf(focus.getRecording(7, patient()))).toBe('upstream-contract')
    expect(unreadableOf(focus)).toEqual({ getRecording: 1 })
  })

  test('what could not be read is counted by call: rows, whole replies, and nothing else', async () => {
    const focus = await tenant({
      [SEARCH]: (_, response, nth) =>
        json(
          response,
          nth === 1 ? { recordings: [{ interactionId: 1 }, { odd: true }, 7] } : { none: 1 },
        ),
      [DETAIL]: (_, response) => json(response, { interactionId: 7 }),
    })
    await focus.searchRecordings({}, patient())
    await focus.getRecording(7, patient())
    expect(unreadableOf(focus)).toEqual({ searchRecordings: 2 })
    await slugOf(focus.searchRecordings({}, patient()))
    expect(unreadableOf(focus)).toEqual({ searchRecordings: 3 })
  })

  test('what is missing of a transcript counts as what is missing of a list', async () => {
    const segments = [{ startMs: 0, text: 'Good morning' }, { text: 'without a start' }, 7]
    const focus = await tenant({ [TRANSCRIPT]: (_, response) => json(response, { segments }) })
    expect(await focus.getTranscript(7, patient())).toMatchObject({ unreadable: 2 })
    expect(unreadableOf(focus)).toEqual({ getTranscript: 2 })
  })

  test('parts left out of a row that is kept count at the call as well', async () => {
    const SMS = '/client/recording.sms-message.get'
    const PEOPLE = '/client/people.search'
    const USERS = '/client/user/search'
    const GROUPS = '/admin/retentionGroup'
    const row = { interactionId: 7, endpoints: [{ endpointId: 1 }, 'one', null], tags: ['a', 7] }
    const words = [{ text: 'Good', startMs: 0 }, { text: 'without a start' }]
    const focus = await tenant({
      [SEARCH]: (_, response) => json(response, { recordings: [row, { odd: [1, 2] }] }),
      [DETAIL]: (_, response) => json(response, row),
      // The last is no utterance: it counts once, not with its words.
      [TRANSCRIPT]: (_, response) =>
        json(response, {
          segments: [
            { startMs: 0, words },
            { startMs: 9, words: [1, 2, 3] },
          ],
        }),
      [SMS]: (_, response) => json(response, { attachments: [{ name: 'a' }, 'b'] }),
      [PEOPLE]: (_, response) =>
        json(response, { people: [{ personId: 1, endpoints: [{}, 7], groups: ['Sales', {}] }] }),
      [USERS]: (_, response) =>
        json(response, { users: [{ userId: 1, roles: ['Reviewer', {}], rights: [[], 'A.B'] }] }),
      [GROUPS]: (_, response) =>
        json(response, [{ retentionGroupId: 1, periods: [{ mediaType: 'sms', days: -1 }] }]),
    })
    expect(await focus.searchRecordings({}, patient())).toMatchObject({ unreadable: 1 })
    await focus.getRecording(7, patient())
    await focus.getTranscript(7, patient())
    await focus.getSmsMessage(7, patient())
    await focus.searchPeople({}, patient())
    await focus.searchUsers({}, patient())
    await focus.getRetentionGroups(patient())
    expect(unreadableOf(focus)).toEqual({
      searchRecordings: 4,
      getRecording: 3,
      getTranscript: 2,
      getSmsMessage: 1,
      searchPeople: 3,
      searchUsers: 2,
      getRetentionGroups: 1,
    })
  })

  test('200 with a page instead of JSON, and a reply without end', async () => {
    const focus = await tenant({
      [SEARCH]: (_, response, nth) => {
        response.writeHead(200)
        if (nth === 1) {
          response.end('<html>sign in</html>')
          return
        }
        const pour = () => {
          while (!response.destroyed && response.write(' '.repeat(64 * 1024)));
        }
        response.on('drain', pour)
        pour()
      },
    })
    expect(await slugOf(focus.searchRecordings({}, patient()))).toBe('upstream-contract')
    expect(await slugOf(focus.searchRecordings({}, patient()))).toBe('upstream-contract')
    expect(focus.status().upstream.inFlight).toBe(0)
  })
})

function unreadableOf(focus: Focus): Record<string, number> {
  const counts = focus.status().calls.map(({ name, unreadable }) => [name, unreadable] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

describe('statuses', () => {
  test.each([
    [400, 'upstream-rejected', 1],
    [404, 'not-found', 1],
    [409, 'upstream-rejected', 1],
    [413, 'upstream-rejected', 1],
    [500, 'upstream-unavailable', 1],
    [302, 'upstream-contract', 1],
    [502, 'upstream-unavailable', 3],
    [503, 'upstream-unavailable', 3],
    [504, 'upstream-unavailable', 3],
    [429, 'rate-limited', 3],
  ])('%i becomes %s after %i tries, and its body goes nowhere', async (status, slug, tries) => {
    const focus = await tenant({
      [SEARCH]: (_, response) =>
        response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('<b>canary</b>'),
    })
    const error = await focus.searchRecordings({}, patient()).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ slug })
    expect(stub.count(SEARCH)).toBe(tries)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('canary')
  })

  test('what fails once and then answers is answered', async () => {
    const focus = await tenant({
      [SEARCH]: (_, response, nth) =>
        nth === 1 ? response.destroy() : json(response, { recordings: [] }),
    })
    await focus.searchRecordings({}, patient())
    expect(stub.count(SEARCH)).toBe(2)
  })

  test('a reply cut in its middle is not asked again', async () => {
    const focus = await tenant({
      [SEARCH]: (_, response) => {
        response.writeHead(200, { 'content-length': '1000' })
        response.write('{"recordings":[', () => response.destroy())
      },
    })
    expect(await slugOf(focus.searchRecordings({}, patient()))).toBe('upstream-unavailable')
    expect(stub.count(SEARCH)).toBe(1)
  })

  test('nobody there', async () => {
    const focus = await tenant({})
    await stub.close()
    expect(await slugOf(focus.authenticate(patient()))).toBe('upstream-unavailable')
  })
})

describe('Retry-After', () => {
  test.each([
    ['seconds', () => '7'],
    ['a date', (now: number) => new Date(now + 7_000).toUTCString()],
  ])('as %s holds everyone, then goes on by itself', async (_, header) => {
    const clock = new ManualClock()
    const focus = await tenant(
      {
        [SEARCH]: (_request, response, nth) =>
          nth === 1
            ? response.writeHead(429, { 'retry-after': header(clock.now()) }).end()
            : json(response, { recordings: [] }),
      },
      clock,
    )
    const first = focus.searchRecordings({}, patient())
    await expect.poll(() => focus.status().upstream.pausedUntilUtc).not.toBeNull()
    const second = focus.searchRecordings({}, patient())
    await clock.advance(6_000)
    expect(stub.count(SEARCH)).toBe(1)
    await clock.advance(1_000)
    await Promise.all([first, second])
    expect(stub.count(SEARCH)).toBe(3)
  })

  test('beyond the deadline it fails now, and says how long', async () => {
    const clock = new ManualClock()
    const focus = await tenant(
      { [SEARCH]: (_, response) => response.writeHead(503, { 'retry-after': '60' }).end() },
      clock,
    )
    for (const _ of [1, 2]) {
      const error = await focus.searchRecordings({}, patient()).catch((reason: unknown) => reason)
      expect(error).toMatchObject({ slug: 'rate-limited', retryAfterSec: 60 })
    }
    expect(stub.count(SEARCH)).toBe(1)
    await clock.advance(60_000)
    expect(focus.status().upstream.pausedUntilUtc).toBeNull()
  })
})

describe('time and leaving', () => {
  test('a reply slower than the deadline', async () => {
    const clock = new ManualClock()
    const gone: Promise<void>[] = []
    const focus = await tenant({ [SEARCH]: ({ closed }) => void gone.push(closed) }, clock)
    const search = slugOf(focus.searchRecordings({}, patient()))
    await expect.poll(() => stub.count(SEARCH)).toBe(1)
    await clock.advance(FIGURES.deadlines.search)
    expect(await search).toBe('upstream-timeout')
    await Promise.all(gone)
  })

  test('Focus sees the reader leave, and the circuit does not mind', async () => {
    const left: Promise<void>[] = []
    const focus = await tenant({ [SEARCH]: ({ closed }) => void left.push(closed) })
    for (let number = 1; number <= 30; number += 1) {
      const leaver = new AbortController()
      const search = slugOf(focus.searchRecordings({}, { signal: leaver.signal }))
      await expect.poll(() => left.length, { interval: 1 }).toBe(number)
      leaver.abort()
      await search
    }
    await Promise.all(left)
    expect(focus.status().upstream).toMatchObject({ circuit: 'closed', inFlight: 0, queued: 0 })
  })

  test('a reader who has left already costs Focus nothing', async () => {
    const focus = await tenant({})
    await slugOf(focus.getRecording(1, { signal: AbortSignal.abort() }))
    expect(stub.count(DETAIL) + stub.count('/authWithApiKey')).toBe(0)
  })

  test('no more at once than the lane is wide; who waits too long is told', async () => {
    const clock = new ManualClock()
    const answers: (() => void)[] = []
    const focus = await tenant(
      { [SEARCH]: (_, response) => void answers.push(() => json(response, { recordings: [] })) },
      clock,
    )
    await focus.authenticate(patient())
    const searches = Array.from({ length: 9 }, () => focus.searchRecordings({}, patient()))
    const last = slugOf(searches[8] ?? Promise.resolve())
    await expect.poll(() => answers.length).toBe(8)
    expect(focus.status().upstream).toMatchObject({ inFlight: 8, queued: 1 })
    await clock.advance(FIGURES.queue.wait)
    expect(await last).toBe('rate-limited')
    for (const answer of answers) answer()
    await Promise.all(searches.slice(0, 8))
    expect(focus.status().upstream).toMatchObject({ inFlight: 0, queued: 0 })
  })
})

describe('media', () => {
  test('a connection that breaks before the first byte is tried once more', async () => {
    const focus = await tenant({
      [AUDIO]: (_, response, nth) => {
        response.writeHead(200, { 'content-type': 'audio/wav' })
        if (nth === 1) {
          response.flushHeaders()
          setImmediate(() => response.destroy())
        } else response.end('RIFF')
      },
    })
    const media = await focus.openMedia('x', patient())
    const chunks: Uint8Array[] = []
    for await (const chunk of media.body) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe('RIFF')
    expect(stub.count(AUDIO)).toBe(2)
  })

  test('JSON or a page instead of media is a breach of contract', async () => {
    const focus = await tenant({ [AUDIO]: (_, response) => json(response, { error: 'canary' }) })
    expect(await slugOf(focus.openMedia('x', patient()))).toBe('upstream-contract')
    expect(focus.status().upstream.inFlight).toBe(0)
  })

  test('nothing at all is no media', async () => {
    const focus = await tenant({
      [AUDIO]: (_, response) => response.writeHead(200, { 'content-type': 'audio/wav' }).end(),
    })
    expect(await slugOf(focus.openMedia('x', patient()))).toBe('not-found')
  })

  test('it may take as long as it likes, but not between two bytes', async () => {
    const clock = new ManualClock()
    let sendMore = () => {}
    const focus = await tenant(
      {
        [AUDIO]: (_, response) => {
          response.writeHead(200, { 'content-type': 'audio/wav' })
          response.write('one')
          sendMore = () => response.write('two')
        },
      },
      clock,
    )
    const media = await focus.openMedia('x', patient())
    const iterator = media.body[Symbol.asyncIterator]()
    expect(String((await iterator.next()).value)).toBe('one')
    await clock.advance(60_000) // the reader's own pause is no fault of Focus's
    const second = iterator.next()
    sendMore()
    await second
    const third = slugOf(iterator.next())
    await clock.advance(FIGURES.audioGap)
    expect(await third).toBe('upstream-timeout')
    expect(focus.status().upstream.inFlight).toBe(0)
  })

  test('a stream that is opened and left unread frees its place', async () => {
    const focus = await tenant({
      [AUDIO]: (_, response) => {
        response.writeHead(200, { 'content-type': 'audio/wav' })
        response.write('one')
      },
    })
    const leaver = new AbortController()
    await focus.openMedia('x', { signal: leaver.signal })
    expect(focus.status().upstream.inFlight).toBe(1)
    leaver.abort()
    expect(focus.status().upstream.inFlight).toBe(0)
  })
})
