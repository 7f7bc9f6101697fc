import { Problem } from '@/lib/problem/problem'
import type { FocusCall, FocusClient } from './client'
import {
  FOCUS_CALLS,
  type FocusCallName,
  type FocusEndpoint,
  type FocusRequest,
  type RowsCallName,
} from './endpoints'
import { recordingIdOf } from './wire/recording'
import { isRawRow, type RawRow, readRow } from './wire/row'

/** What one call showed of itself. */
export type CallFinding = {
  name: FocusCallName
  /** `ok` as expected; `differs` usable, with fields otherwise than assumed; `skipped` nothing to ask about. */
  verdict: 'ok' | 'differs' | 'broken' | 'skipped'
  reachable: boolean | null
  right: 'granted' | 'missing' | 'unknown' | 'none needed'
  /** Rows seen, and those of them that could not be read. */
  rows: number
  unreadable: number
  /** Fields that came and have no name here, dotted where they stand inside another. */
  unknown: string[]
  /** Fields expected that no row had. */
  absent: string[]
  /** Fields that came with a value of another kind than expected. */
  mistyped: string[]
  ms: number | null
  /** A sentence, where there is something to say. */
  note: string | null
}

/** No platform supplies such an id, so asking for it plays nothing. */
const NO_SUCH_MEDIA = 'focus-console-contract-check-no-such-recording'

/** Walks all fifteen calls with requests that change nothing and play nothing. */
export async function checkContract(client: FocusClient, call: FocusCall): Promise<CallFinding[]> {
  const findings: CallFinding[] = []
  const rows = async <N extends RowsCallName>(
    name: N,
    requests: readonly FocusRequest<N>[],
    absence = '',
  ): Promise<RawRow[]> => {
    const { finding, seen } = await askUntilGood(client, name, requests, absence, call)
    findings.push(finding)
    return seen
  }

  findings.push(await single('authenticate', client, () => client.authenticate(call)))
  const recordings = await rows('searchRecordings', [{ limit: 50, offset: 0 }])
  const about = referencesTo(recordings, () => true)
  const none = 'the search found no recording to ask about'
  await rows('getRecording', about, none)
  const spoken = referencesTo(recordings, (row) => row.hasTranscription === true)
  await rows('getTranscript', [...spoken, ...about], none)
  const sms = referencesTo(recordings, (row) => row.type === 'sms')
  await rows('getSmsMessage', sms, 'there is no text message among the 50 newest recordings')
  findings.push(await mediaFinding(client, call))
  await rows('getAccessAudit', about, none)
  const people = await rows('searchPeople', [{ limit: 10 }])
  await rows('searchPeopleByName', [{ name: nameOf(people), limit: 10 }])
  const personIds = people.map((row) => Number(row.personId)).filter(Number.isSafeInteger)
  await rows(
    'getPeople',
    personIds.length === 0 ? [] : [{ peopleIds: personIds.slice(0, 5) }],
    'the search found no person to ask about',
  )
  const endpoints = await rows('searchEndpoints', [{ type: 'phone', limit: 10 }])
  const values = endpoints.map((row) => row.value).filter((value) => typeof value === 'string')
  await rows(
    'getEndpoints',
    values.length === 0 ? [] : [{ endpoints: values.slice(0, 5) }],
    'the search found no endpoint to ask about',
  )
  await rows('searchUsers', [{ limit: 10 }])
  await rows('getRetentionGroups', [null])
  const discussed = referencesTo(recordings, (row) => Number(row.commentCount) > 0)
  await rows('getComments', [...discussed, ...about], none)
  return findings
}

/** At most so many recordings are asked about before a call counts as broken: one may be at fault alone. */
const MOST_TRIED = 3

function referencesTo(rows: readonly RawRow[], fits: (row: RawRow) => boolean) {
  return rows
    .filter(fits)
    .map(recordingIdOf)
    .filter((recordingId) => recordingId !== null)
    .slice(0, MOST_TRIED)
    .map((recordingId) => ({ recordingId }))
}

const nameOf = (people: readonly RawRow[]): string => {
  const name = people
    .map((row) => row.lastName ?? row.displayName)
    .find((one) => typeof one === 'string')
  return typeof name === 'string' && name !== '' ? name : 'a'
}

/** Asks until one request is answered well; what the others came to stands in the note. */
async function askUntilGood<N extends RowsCallName>(
  client: FocusClient,
  name: N,
  requests: readonly FocusRequest<N>[],
  absence: string,
  call: FocusCall,
): Promise<{ finding: CallFinding; seen: RawRow[] }> {
  let finding: CallFinding = {
    ...blank(name),
    verdict: 'skipped',
    note: `Not asked: ${absence}.`,
  }
  const failed: (string | null)[] = []
  for (const request of requests.slice(0, MOST_TRIED)) {
    let rows: unknown[] = []
    finding = await single(name, client, async () => {
      rows = (await client.rows(name, request, call)).rows
    })
    if (finding.verdict === 'ok') {
      const compared = withFields(finding, rows)
      const note = [compared.note, ...failed.map((text) => `Another failed: ${text}`)]
        .filter((text) => text !== null)
        .join(' ')
      return {
        finding: { ...compared, note: note === '' ? null : note },
        seen: rows.filter(isRawRow),
      }
    }
    failed.push(finding.note)
  }
  return { finding, seen: [] }
}

/** Asks, and tells how it went, apart from fields. */
async function single(
  name: FocusCallName,
  client: FocusClient,
  ask: () => Promise<void>,
): Promise<CallFinding> {
  try {
    await ask()
    return { ...blank(name), verdict: 'ok', ...seenOf(client, name) }
  } catch (error) {
    const problem = error instanceof Problem ? error : null
    const { lastStatus } = statusOf(client, name)
    const gone = name !== 'authenticate' && lastStatus === 404
    // A thing may lack a transcript or a message; a call that is not there also answers 404. Say so, don't guess.
    const note = gone
      ? 'Answered 404: there is nothing of that kind, or the path differs.'
      : `${problem?.slug ?? 'failed'}: ${problem?.message ?? String(error)} ${problem?.cause ?? ''}`.trim()
    return { ...blank(name), verdict: gone ? 'differs' : 'broken', ...seenOf(client, name), note }
  }
}

/** A play would be an event in the tenant's audit, so that an id is asked for that cannot exist. */
async function mediaFinding(client: FocusClient, call: FocusCall): Promise<CallFinding> {
  const leaver = new AbortController()
  const finding = await single('openMedia', client, async () => {
    await client.media(NO_SUCH_MEDIA, { ...call, signal: leaver.signal })
  })
  leaver.abort()
  const { lastStatus } = statusOf(client, 'openMedia')
  const note =
    'Not played: a play is an event in the audit. Asked for an id that cannot exist; ' +
    `answered ${lastStatus ?? 'nothing'}.`
  if (lastStatus === 403) return { ...finding, verdict: 'broken', note }
  if (lastStatus === 404 || lastStatus === 400) return { ...finding, verdict: 'ok', note }
  return finding.verdict === 'ok' ? { ...finding, verdict: 'differs', note } : finding
}

function blank(name: FocusCallName): CallFinding {
  return {
    name,
    verdict: 'broken',
    reachable: null,
    right: 'unknown',
    rows: 0,
    unreadable: 0,
    unknown: [],
    absent: [],
    mistyped: [],
    ms: null,
    note: null,
  }
}

function statusOf(client: FocusClient, name: FocusCallName) {
  const status = client.record.statuses().find((row) => row.name === name)
  if (status) return status
  throw new Error(`${name} is not in the table of calls`)
}

function seenOf(client: FocusClient, name: FocusCallName) {
  const { lastStatus, rightState, medianMs, right } = statusOf(client, name)
  const needed = right === null ? ('none needed' as const) : rightState
  return { reachable: lastStatus !== null, right: needed, ms: medianMs }
}

/** Compares the fields that came with those the wire schema names. */
function withFields(finding: CallFinding, rows: readonly unknown[]): CallFinding {
  const endpoint: FocusEndpoint = FOCUS_CALLS[finding.name]
  if (endpoint.row === null || finding.verdict !== 'ok') return finding
  const unknown = new Set<string>()
  const mistyped = new Set<string>()
  const absent = new Set<string>()
  let unreadable = 0
  const compare = (
    schema: NonNullable<FocusEndpoint['row']>,
    list: readonly unknown[],
    at: string,
  ) => {
    const came = new Set<string>()
    for (const raw of list) {
      const read = readRow(schema, raw)
      if (read === null) {
        if (at === '') unreadable += 1
      } else
        for (const name of Object.keys(read.otherFields))
          (Object.hasOwn(schema.shape, name) ? mistyped : unknown).add(at + name)
      if (isRawRow(raw)) for (const name of Object.keys(raw)) came.add(name)
    }
    if (list.length === 0) return
    for (const name of Object.keys(schema.shape)) if (!came.has(name)) absent.add(at + name)
  }
  compare(endpoint.row, rows, '')
  for (const [field, schema] of Object.entries(endpoint.inner ?? {})) {
    const inner = rows.filter(isRawRow).flatMap((row) => {
      const list = row[field]
      return Array.isArray(list) ? list : []
    })
    compare(schema, inner, `${field}.`)
  }
  // One id under either of its two names is no difference.
  if (!absent.has('interactionId') || !absent.has('recordingId')) absent.delete('recordingId')
  const differs = unknown.size + mistyped.size + absent.size + unreadable > 0
  const broken = rows.length > 0 && unreadable === rows.length
  return {
    ...finding,
    verdict: broken ? 'broken' : differs ? 'differs' : 'ok',
    rows: rows.length,
    unreadable,
    unknown: [...unknown].sort(),
    absent: [...absent].sort(),
    mistyped: [...mistyped].sort(),
    note:
      rows.length === 0 ? 'It answered no rows, so that no field could be compared.' : finding.note,
  }
}
