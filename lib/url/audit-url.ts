import type { z } from 'zod'
import type { AuditQuery } from '@/lib/contract/access-event'
import { type AuditReading, readAuditText, WAYS_IN, type WayIn } from './audit-text'
import { PAGES } from './pages'
import { searchText } from './search-text'
import { resolveInstant } from './time-range'
import { formatToken } from './tokens'

export type AuditSort = { field: 'when' | 'heard'; direction: 'asc' | 'desc' }

/** A stretch of time that was brushed: instants, end after start. */
export type TimeSpan = { from: string; to: string }

/** Everything the Audit page shows that a link must carry. */
export type AuditState = {
  by: WayIn
  /** The text of the search box, tokens and words, as typed. */
  q: string
  /** Ends of the time of access as written; null for none. */
  from: string | null
  to: string | null
  /** Whether Focus's own audit is read as well; null leaves it to what is asked for. */
  focus: boolean | null
  /** The brushed part of the time range. */
  span: TimeSpan | null
  /** The finding whose rows alone are shown. */
  finding: string | null
  /** The selected access. */
  at: string | null
  sort: AuditSort
  /** Columns shown, in their order; null for the reader's own. */
  columns: string[] | null
}

export const DEFAULT_AUDIT: AuditState = {
  by: 'subject',
  q: '',
  from: 'now-7d',
  to: null,
  focus: null,
  span: null,
  finding: null,
  at: null,
  sort: { field: 'when', direction: 'desc' },
  columns: null,
}

/** How "no beginning" stands in an address, where leaving it out means the last seven days. */
const ANY = 'any'

/** The state as an address's query; what is the default is left out. The inverse of `parseAuditSearch`. */
export function formatAuditSearch(state: AuditState): URLSearchParams {
  const params = new URLSearchParams()
  const { by, q, from, to, focus, span, finding, at, sort, columns } = state
  if (by !== DEFAULT_AUDIT.by) params.set('by', by)
  if (q !== '') params.set('q', q)
  if (from !== DEFAULT_AUDIT.from) params.set('from', from ?? ANY)
  if (to !== null) params.set('to', to)
  if (focus !== null) params.set('focus', focus ? '1' : '0')
  if (span !== null) params.set('span', `${span.from}..${span.to}`)
  if (finding !== null) params.set('finding', finding)
  if (at !== null) params.set('at', at)
  const initial = DEFAULT_AUDIT.sort
  if (sort.field !== initial.field || sort.direction !== initial.direction)
    params.set('sort', `${sort.direction === 'desc' ? '-' : ''}${sort.field}`)
  if (columns !== null) params.set('cols', columns.join(','))
  return params
}

/** Reads an address's query. Junk falls back to the default of its part. */
export function parseAuditSearch(params: Pick<URLSearchParams, 'get'>): AuditState {
  const sort = /^(-?)(when|heard)$/.exec(params.get('sort') ?? '')
  const focus = params.get('focus')
  const at = params.get('at') ?? ''
  const finding = params.get('finding') ?? ''
  const columns = (params.get('cols') ?? '').split(',').filter((id) => /^[a-z-]{1,30}$/.test(id))
  const from = end(params.get('from'))
  return {
    by: WAYS_IN.find((way) => way === params.get('by')) ?? DEFAULT_AUDIT.by,
    q: searchText(params),
    from: from === ANY ? null : (from ?? DEFAULT_AUDIT.from),
    to: end(params.get('to')),
    focus: focus === '1' ? true : focus === '0' ? false : null,
    span: parseSpan(params.get('span') ?? ''),
    finding: finding !== '' && finding.length <= 300 ? finding : null,
    at: /^[LF][\d-]{1,40}$/.test(at) ? at : null,
    sort: sort
      ? {
          field: sort[2] === 'heard' ? 'heard' : 'when',
          direction: sort[1] === '-' ? 'desc' : 'asc',
        }
      : DEFAULT_AUDIT.sort,
    columns: columns.length === 0 ? null : [...new Set(columns)],
  }
}

function end(text: string | null): string | null {
  const trimmed = (text ?? '').trim()
  return trimmed !== '' && trimmed.length <= 40 ? trimmed : null
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

function parseSpan(text: string): TimeSpan | null {
  const [from = '', to = '', ...rest] = text.split('..')
  if (rest.length > 0 || !INSTANT.test(from) || !INSTANT.test(to)) return null
  return Date.parse(from) < Date.parse(to) ? { from, to } : null
}

/** The address of the page in this state. */
export function auditHref(state: Partial<AuditState> = {}): string {
  const text = formatAuditSearch({ ...DEFAULT_AUDIT, ...state }).toString()
  return text === '' ? PAGES.audit : `${PAGES.audit}?${text}`
}

/** Everything known of the accesses to one recording, at any time. */
export function recordingAuditHref(recordingId: number): string {
  return auditHref({
    by: 'recording',
    q: formatToken('recording', String(recordingId)),
    from: null,
  })
}

type By = AuditQuery['by']

/**
 * What to ask of the server for this state. `nowUtc` is an instant, `timeZone` the IANA zone in which dates are meant. The
 * chosen way in leads where the search box names one for it, else the narrowest that it names; whatever else it names is a
 * filter. Without any of them every access in the range is meant, and Focus is asked only if the state says so: reading its
 * audit takes one request for every recording.
 */
export function toAuditQuery(
  state: Pick<AuditState, 'by' | 'q' | 'from' | 'to' | 'focus'>,
  nowUtc: string,
  timeZone: string,
): z.input<typeof AuditQuery> {
  const reading = readAuditText(state.q)
  const by = wayIn(reading, state.by)
  const time = ends(state.from, state.to, nowUtc, timeZone)
  const recordings = callsMeant(reading, by, nowUtc, timeZone)
  const bounded = by.kind !== 'all' || Object.keys(recordings).length > 0
  const actors = by.kind === 'actor' ? [] : reading.actors
  return {
    by,
    ...time,
    ...(Object.keys(recordings).length > 0 && { recordings }),
    ...(reading.actions.length > 0 && { actions: reading.actions }),
    ...(actors.length > 0 && { actors }),
    ...(reading.address !== null && { address: reading.address }),
    ...(reading.decision !== null && { decision: reading.decision }),
    focus: state.focus ?? bounded,
  }
}

function wayIn(reading: AuditReading, preferred: WayIn): By {
  const found: Partial<Record<WayIn, By>> = {}
  const [recordingId] = reading.recordings
  const [personId] = reading.subjects
  const [key] = reading.actors
  if (recordingId !== undefined && reading.recordings.length === 1)
    found.recording = { kind: 'recording', recordingId }
  if (personId !== undefined && reading.subjects.length === 1)
    found.subject = { kind: 'subject', personId }
  if (key !== undefined && reading.actors.length === 1) found.actor = { kind: 'actor', key }
  return (
    found[preferred] ?? found.recording ?? found.subject ?? found.actor ?? { kind: 'all' as const }
  )
}

function callsMeant(
  reading: AuditReading,
  by: By,
  nowUtc: string,
  timeZone: string,
): NonNullable<AuditQuery['recordings']> {
  const calls = { ...reading.calls }
  const start = ends(reading.callsFrom, reading.callsTo, nowUtc, timeZone)
  if (by.kind !== 'recording' && reading.recordings.length > 0)
    calls.ids = both(calls.ids, reading.recordings)
  if (by.kind !== 'subject' && reading.subjects.length > 0)
    calls.personIds = both(calls.personIds, reading.subjects)
  return { ...calls, ...(Object.keys(start).length > 0 && { start }) }
}

type Selection = { include?: number[] | undefined; exclude?: number[] | undefined }

function both(kept: Selection | undefined, ids: readonly number[]): Selection {
  return { ...kept, include: [...new Set([...(kept?.include ?? []), ...ids])].slice(0, 1000) }
}

function ends(fromText: string | null, toText: string | null, nowUtc: string, timeZone: string) {
  const from = fromText === null ? null : resolveInstant(fromText, 'from', nowUtc, timeZone)
  const to = toText === null ? null : resolveInstant(toText, 'to', nowUtc, timeZone)
  const backwards = from !== null && to !== null && from >= to
  return { ...(from !== null && { from }), ...(to !== null && !backwards && { to }) }
}
