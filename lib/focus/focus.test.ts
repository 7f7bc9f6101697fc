import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RecordingDetail } from '@/lib/contract/recording'
import { RecordingPage } from '@/lib/contract/recording-search'
import { Status } from '@/lib/contract/status'
import { Transcript } from '@/lib/contract/transcript'
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox'
import { FOCUS_CALLS } from './endpoints'
import { focusAt, patient, slugOf } from './testing/focus-at'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, recordings: 500, nowMs: Date.UTC(2026, 10, 1) })
})
afterAll(() => sandbox.close())

const PLAIN_CALL = 500_000
const tagged = (name: string) => ({ tags: { include: [`sandbox.${name}`] } })
const client = () => focusAt(sandbox.url).focus

describe('searching', () => {
  test('a page holds to the contract, and the pages join without a gap', async () => {
    const focus = client()
    const first = await focus.searchRecordings({ limit: 120 }, patient())
    expect(RecordingPage.parse(first).total).toBe(500)
    const ids = new Set<number>()
    let left = 0
    for (let offset: number | null = 0; offset !== null; ) {
      const page = await focus.searchRecordings({ limit: 120, offset }, patient())
      for (const recording of page.recordings) ids.add(recording.id)
      left += page.unreadable
      offset = page.nextOffset
    }
    expect(ids.size + left).toBe(500)
    expect(left).toBeGreaterThan(0) // the sandbox has a row nobody can read
  })

  test.each(['+44 7897 897897', '07897897897', '447897897897', '(07897) 897-897'])(
    'a phone number is found as %s',
    async (value) => {
      const focus = client()
      const search = { endpointValues: { include: [value] }, limit: 200 }
      const page = await focus.searchRecordings(search, patient())
      expect(page.recordings.map((recording) => recording.id)).toContain(PLAIN_CALL)
      for (const recording of page.recordings)
        expect(recording.parties.map((party) => party.value)).toContain('447897897897')
    },
  )

  test('a value nobody has gives an empty page without a search', async () => {
    const focus = client()
    const before = sandbox.stats().calls[FOCUS_CALLS.searchRecordings.path] ?? 0
    const search = { endpointValues: { include: ['+44 20 7946 0000 1'] } }
    expect(await focus.searchRecordings(search, patient())).toEqual({
      recordings: [],
      total: 0,
      nextOffset: null,
      unreadable: 0,
    })
    expect(sandbox.stats().calls[FOCUS_CALLS.searchRecordings.path] ?? 0).toBe(before)
  })

  test('an unwanted value that nobody has excludes nothing', async () => {
    const search = { endpointValues: { exclude: ['nobody@nowhere.example'] } }
    expect((await client().searchRecordings(search, patient())).total).toBe(500)
  })

  test('wanted values and wanted ids combine with AND', async () => {
    const focus = client()
    const { recordings } = await focus.searchRecordings(
      { ids: { include: [PLAIN_CALL] } },
      patient(),
    )
    const party = recordings[0]?.parties.find(({ value }) => value === '447897897897')
    const endpointValues = { include: ['07897897897'] }
    const ids = [party?.endpointId ?? 0]
    const both = { endpointValues, endpointIds: { include: ids }, limit: 1 }
    expect((await focus.searchRecordings(both, patient())).total).toBeGreaterThan(0)
    const neither = { endpointValues, endpointIds: { include: [987_654_321] } }
    expect((await focus.searchRecordings(neither, patient())).total).toBe(0)
  })

  test('every filter is one the tenant takes', async () => {
    const page = await client().searchRecordings(
      {
        text: 'the',
        ids: { exclude: [1] },
        thirdPartyIds: { exclude: ['x'] },
        endpointIds: { exclude: [1] },
        personIds: { exclude: [1] },
        userIds: { exclude: [1] },
        retentionGroupIds: { exclude: [1] },
        tags: { exclude: ['x'] },
        kinds: { include: ['phone'] },
        directions: { include: ['inbound', 'outbound'] },
        start: { from: '2020-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' },
        durationMs: { min: 20_000, max: 3_600_000 },
        hasTranscript: true,
        hasComments: false,
        sort: { field: 'duration', direction: 'asc' },
      },
      patient(),
    )
    expect(page.recordings.length).toBeGreaterThan(0)
    for (const { kind, durationMs } of page.recordings) {
      expect(kind).toBe('phone')
      expect(durationMs).toBeGreaterThanOrEqual(20_000)
    }
  })

  test('explaining gives both requests, and a command without the token', async () => {
    const search = { endpointValues: { include: ["07897897897'"] }, text: "it's" }
    const { requests } = await client().explainSearch(search, patient())
    expect(requests).toHaveLength(1) // nobody has that value, so no search would be sent
    const found = await client().explainSearch(
      { endpointValues: { include: ['07897897897'] }, text: "it's" },
      patient(),
    )
    expect(found.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${sandbox.url}/client/people/endpoint/get`,
      `POST ${sandbox.url}/client/recording.search`,
    ])
    expect(found.requests[1]?.body).toMatchObject({ freeText: "it's" })
    expect(found.requests[1]?.curl).toContain('Bearer $FOCUS_TOKEN')
    expect(found.requests[1]?.curl).toContain("it'\\''s")
  })
})

describe('one recording', () => {
  test('its detail, transcript, comments and message hold to the contract', async () => {
    const focus = client()
    const detail = RecordingDetail.parse(await focus.getRecording(PLAIN_CALL, patient()))
    expect(detail.durationMs).toBe(400_000)
    expect(detail.mediaType).toMatch(/^audio\//)
    const transcript = Transcript.parse(await focus.getTranscript(PLAIN_CALL, patient()))
    expect(transcript.utterances.length).toBeGreaterThan(5)
    const comments = await focus.getComments(PLAIN_CALL, patient())
    expect(comments.comments).toHaveLength(3)
    const { recordings } = await focus.searchRecordings(tagged('named.sms'), patient())
    const sms = await focus.getSmsMessage(recordings[0]?.id ?? 0, patient())
    expect(sms.body).toEqual(expect.any(String))
  })

  test('what is not there is said to be not there', async () => {
    const focus = client()
    expect(await slugOf(focus.getRecording(123, patient()))).toBe('not-found')
    const { recordings } = await focus.searchRecordings(tagged('named.no-transcript'), patient())
    const id = recordings[0]?.id ?? 0
    expect(await slugOf(focus.getTranscript(id, patient()))).toBe('not-found')
  })

  test('odd rows are read: another name for the id, an id as text, next to nothing', async () => {
    const focus = client()
    for (const name of ['recording-id', 'id-as-string', 'bare', 'unknown-kind']) {
      const { recordings } = await focus.searchRecordings(tagged(`named.${name}`), patient())
      const page = RecordingPage.shape.recordings.parse(recordings)
      if (name !== 'bare') expect(page, name).toHaveLength(1)
    }
  })

  test('its media streams from one request, and leaving ends it at Focus', async () => {
    const focus = client()
    const { thirdPartyId } = await focus.getRecording(PLAIN_CALL, patient())
    const before = sandbox.stats().playEvents
    const media = await focus.openMedia(thirdPartyId ?? '', patient())
    let bytes = 0
    for await (const chunk of media.body) bytes += chunk.byteLength
    expect(media.contentType).toMatch(/^audio\//)
    expect(bytes).toBe(media.contentLength)
    expect(sandbox.stats().playEvents).toBe(before + 1)
    expect(focus.status().upstream.inFlight).toBe(0)

    const { recordings } = await focus.searchRecordings(tagged('fault.audio-stalls'), patient())
    const leaver = new AbortController()
    const stalled = await focus.openMedia(recordings[0]?.thirdPartyId ?? '', {
      signal: leaver.signal,
    })
    const reading = (async () => {
      for await (const _ of stalled.body) leaver.abort()
    })()
    expect(await slugOf(reading)).toBe('upstream-unavailable')
    expect(focus.status().upstream.inFlight).toBe(0)
    await expect.poll(() => sandbox.stats().abortedStreams).toBeGreaterThan(0)
  })

  test('media that breaks off ends with a problem after what came', async () => {
    const focus = client()
    const { recordings } = await focus.searchRecordings(tagged('fault.audio-cut'), patient())
    const media = await focus.openMedia(recordings[0]?.thirdPartyId ?? '', patient())
    let bytes = 0
    const reading = (async () => {
      for await (const chunk of media.body) bytes += chunk.byteLength
    })()
    expect(await slugOf(reading)).toBe('upstream-unavailable')
    expect(bytes).toBeGreaterThan(0)
    expect(focus.status().upstream.inFlight).toBe(0)
  })
})

describe('people', () => {
  test('are found by part of a name and by id', async () => {
    const focus = client()
    const { people } = await focus.searchPeopleByName('Priya', patient())
    expect(people.map((person) => person.name)).toContain('Priya Shah')
    const ids = people.map((person) => person.id)
    const named = await focus.getPeople(ids, patient())
    expect(named.people.map((person) => person.id).sort()).toEqual(ids.sort())
  })
})

test('every call of the table is one the sandbox answers', async () => {
  const { client: focus } = focusAt(sandbox.url)
  const call = patient()
  const { record } = focus
  await focus.authenticate(call)
  const one = { recordingId: PLAIN_CALL }
  const detail = (await focus.rows('getRecording', one, call)).rows[0]
  expect(detail).toMatchObject({ interactionId: PLAIN_CALL })
  await focus.rows('searchRecordings', { limit: 1, offset: 0 }, call)
  await focus.rows('getTranscript', one, call)
  await focus.rows('getSmsMessage', { recordingId: 500_012 }, call)
  await focus.rows('getAccessAudit', one, call)
  await focus.rows('searchPeople', { limit: 1 }, call)
  await focus.rows('searchPeopleByName', { name: 'a', limit: 1 }, call)
  await focus.rows('getPeople', { peopleIds: [1] }, call)
  await focus.rows('searchEndpoints', { type: 'phone', endpointSearch: '44', limit: 1 }, call)
  await focus.rows('getEndpoints', { endpoints: ['447897897897'] }, call)
  await focus.rows('searchUsers', { limit: 1 }, call)
  await focus.rows('getRetentionGroups', null, call)
  await focus.rows('getComments', one, call)
  const { thirdPartyId } = await focusAt(sandbox.url).focus.getRecording(PLAIN_CALL, call)
  for await (const _ of (await focus.media(thirdPartyId ?? '', call)).body) break
  for (const { name, lastStatus } of record.statuses())
    expect([name, lastStatus]).toEqual([name, 200])
})

test('status tells what was seen, and keeps the key to itself', async () => {
  const focus = client()
  expect(focus.status().token.state).toBe('none')
  await focus.searchRecordings({ limit: 1 }, patient())
  sandbox.setRight('Recording.Comment.View', false)
  const error = await focus.getComments(PLAIN_CALL, patient()).catch((reason: unknown) => reason)
  sandbox.setRight('Recording.Comment.View', true)
  expect(error).toMatchObject({ slug: 'right-missing', missing: 'Recording.Comment.View' })
  // Remembered: the right is back, yet Focus is not asked again so soon.
  const asked = sandbox.stats().calls[FOCUS_CALLS.getComments.path]
  expect(await slugOf(focus.getComments(PLAIN_CALL, patient()))).toBe('right-missing')
  expect(sandbox.stats().calls[FOCUS_CALLS.getComments.path]).toBe(asked)

  const status = focus.status()
  Status.omit({ server: true }).parse(status)
  expect(status.token.state).toBe('valid')
  expect(status.upstream.circuit).toBe('closed')
  const call = (name: string) => status.calls.find((row) => row.name === name)
  expect(status.calls).toHaveLength(15)
  expect(call('searchRecordings')).toMatchObject({ rightState: 'granted', calls: 1, failures: 0 })
  expect(call('getComments')).toMatchObject({ rightState: 'missing', lastStatus: 403 })
  expect(call('getSmsMessage')).toMatchObject({ rightState: 'unknown', medianMs: null })
  expect(JSON.stringify(status)).not.toContain('sandbox-key')
})

describe('who accessed a recording, and who is who', () => {
  test('what this client does is in the audit, each call a row', async () => {
    const focus = client()
    const id = PLAIN_CALL + 1
    const before = await focus.getAccessAudit(id, patient())
    await focus.getRecording(id, patient())
    await focus.getTranscript(id, patient())
    const { rows, unreadable } = await focus.getAccessAudit(id, patient())
    expect(unreadable).toBe(0)
    expect(rows.slice(before.rows.length)).toMatchObject([
      { recordingId: id, action: 'view', username: 'focus.console@sandbox.example' },
      { recordingId: id, action: 'view', detail: 'transcription' },
    ])
  })

  test('the directory page by page, and the service user among the users', async () => {
    const focus = client()
    const ids = new Set<number>()
    for (let offset: number | null = 0; offset !== null; ) {
      const page = await focus.searchPeople({ limit: 90, offset }, patient())
      for (const person of page.people) ids.add(person.personId)
      offset = page.nextOffset
      expect(page.total).toBe(203)
    }
    expect(ids.size).toBe(203)
    const [priya] = (await focus.searchPeople({ text: 'Priya Shah' }, patient())).people
    expect(priya).toMatchObject({
      personId: 1001,
      groups: [{ groupId: 302, name: 'Accounts' }],
      active: true,
    })
    const { users } = await focus.searchUsers({ text: 'focus.console' }, patient())
    expect(users).toMatchObject([{ userId: 7103, serviceUser: true, ours: true }])
    const [other] = (await focus.searchUsers({ text: 'Priya Shah' }, patient())).users
    expect(other).toMatchObject({ serviceUser: false, ours: false })
  })
})
