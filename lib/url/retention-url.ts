import type { RecordingSearch } from '@/lib/contract/recording-search'
import type { RetentionForecastRequest } from '@/lib/contract/retention'
import { PAGES } from './pages'
import { resolveInstant } from './time-range'

export const RETENTION_TABS = ['groups', 'expiring'] as const
export type RetentionTab = (typeof RETENTION_TABS)[number]

/** How many recordings are read at most, to choose from. */
export const READ_BOUNDS = [2_000, 20_000, 100_000] as const
export type ReadBound = (typeof READ_BOUNDS)[number]

/** A move that is only imagined: of people, or of one whole group. */
export type MoveState = { personIds: number[]; groupId: number | null; toGroupId: number }

/** Everything the Retention page shows that a link must carry. */
export type RetentionState = {
  tab: RetentionTab
  /** The group whose members are shown. */
  group: number | null
  /** Only members with this in their name or department. */
  q: string
  /** Ends of the time of the recordings as written; null for none. */
  from: string | null
  to: string | null
  /** Only these kinds and groups; empty for all. */
  kinds: string[]
  groups: number[]
  most: ReadBound
  move: MoveState | null
  /** Which world the calendar counts; with no move there is only one. */
  world: 'now' | 'what-if' | 'difference'
  as: 'calendar' | 'table'
  /** In which the twelve months on screen begin; null for those of today. */
  year: number | null
  /** The opened day, `YYYY-MM-DD`. */
  day: string | null
}

export const DEFAULT_RETENTION: RetentionState = {
  tab: 'groups',
  group: null,
  q: '',
  from: null,
  to: null,
  kinds: [],
  groups: [],
  most: 20_000,
  move: null,
  world: 'difference',
  as: 'calendar',
  year: null,
  day: null,
}

/** People a move may name in an address. */
export const MOST_MOVED = 50

/** The state as an address's query; what is the default is left out. The inverse of `parseRetention`. */
export function formatRetention(state: RetentionState): URLSearchParams {
  const params = new URLSearchParams()
  const { tab, group, q, from, to, kinds, groups, most, move, world, as, year, day } = state
  if (tab !== DEFAULT_RETENTION.tab) params.set('tab', tab)
  if (group !== null) params.set('group', String(group))
  if (q !== '') params.set('q', q)
  if (from !== null) params.set('from', from)
  if (to !== null) params.set('to', to)
  for (const kind of kinds) params.append('kind', kind)
  if (groups.length > 0) params.set('in', groups.join(','))
  if (most !== DEFAULT_RETENTION.most) params.set('most', String(most))
  if (move !== null) {
    const what = move.groupId === null ? move.personIds.join(',') : `group-${move.groupId}`
    params.set('move', `${what}>${move.toGroupId}`)
  }
  if (world !== DEFAULT_RETENTION.world) params.set('world', world)
  if (as !== DEFAULT_RETENTION.as) params.set('as', as)
  if (year !== null) params.set('year', String(year))
  if (day !== null) params.set('day', day)
  return params
}

/** Reads an address's query. Junk falls back to the default of its part; text is bounded at 200 characters. */
export function parseRetention(params: Pick<URLSearchParams, 'get' | 'getAll'>): RetentionState {
  const most = Number(params.get('most'))
  const year = params.get('year') ?? ''
  return {
    tab: params.get('tab') === 'expiring' ? 'expiring' : 'groups',
    group: wholeNumber(params.get('group')),
    q: (params.get('q') ?? '').slice(0, 200),
    from: end(params.get('from')),
    to: end(params.get('to')),
    kinds: distinct(params.getAll('kind').filter((kind) => kind !== '' && kind.length <= 100)),
    groups: wholeNumbers(params.get('in')),
    most: READ_BOUNDS.find((bound) => bound === most) ?? DEFAULT_RETENTION.most,
    move: parseMove(params.get('move')),
    world: oneOf(['now', 'what-if', 'difference'], params.get('world')) ?? DEFAULT_RETENTION.world,
    as: params.get('as') === 'table' ? 'table' : 'calendar',
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    day: dayOf(params.get('day')),
  }
}

/** The address of the page in this state. */
export function retentionHref(state: Partial<RetentionState> = {}): string {
  const text = formatRetention({ ...DEFAULT_RETENTION, ...state }).toString()
  return text === '' ? PAGES.retention : `${PAGES.retention}?${text}`
}

/**
 * What to ask of the server for this state. `nowUtc` is an instant, `timeZone` the IANA zone in which dates are meant. An end
 * that cannot be read, or a range that ends before it begins, is left out: the range's own editor says so.
 */
export function toForecastRequest(
  state: Pick<RetentionState, 'from' | 'to' | 'kinds' | 'groups' | 'most' | 'move'>,
  nowUtc: string,
  timeZone: string,
): RetentionForecastRequest {
  const from = state.from === null ? null : resolveInstant(state.from, 'from', nowUtc, timeZone)
  const to = state.to === null ? null : resolveInstant(state.to, 'to', nowUtc, timeZone)
  const backwards = from !== null && to !== null && from >= to
  const start = { ...(from !== null && { from }), ...(to !== null && !backwards && { to }) }
  const recordings: RecordingSearch = {
    ...(Object.keys(start).length > 0 && { start }),
    ...(state.kinds.length > 0 && { kinds: { include: state.kinds } }),
    ...(state.groups.length > 0 && { retentionGroupIds: { include: state.groups } }),
  }
  const { move } = state
  return {
    ...(Object.keys(recordings).length > 0 && { recordings }),
    ...(move !== null && {
      whatIf: {
        ...(move.groupId === null
          ? { personIds: move.personIds }
          : { retentionGroupIds: [move.groupId] }),
        toGroupId: move.toGroupId,
      },
    }),
    most: state.most,
  }
}

function parseMove(text: string | null): MoveState | null {
  const match = /^(?:group-(\d{1,15})|(\d{1,15}(?:,\d{1,15})*))>(\d{1,15})$/.exec(text ?? '')
  const toGroupId = wholeNumber(match?.[3] ?? null)
  if (match === null || toGroupId === null) return null
  const groupId = wholeNumber(match[1] ?? null)
  const personIds = wholeNumbers(match[2] ?? null).slice(0, MOST_MOVED)
  return groupId === null && personIds.length === 0 ? null : { personIds, groupId, toGroupId }
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}

function wholeNumbers(text: string | null): number[] {
  return distinct((text ?? '').split(',').flatMap((part) => wholeNumber(part) ?? [])).slice(0, 100)
}

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)]

function oneOf<T extends string>(allowed: readonly T[], text: string | null): T | undefined {
  return allowed.find((candidate) => candidate === text)
}

function end(text: string | null): string | null {
  const trimmed = (text ?? '').trim()
  return trimmed !== '' && trimmed.length <= 40 ? trimmed : null
}

/** A day that the calendar has. */
function dayOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}
