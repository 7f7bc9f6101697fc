import { z } from 'zod'
import type { RecordingSearch } from '@/lib/contract/recording-search'
import { optional, wireCount } from './field'
import { type WireReply, wireEnvelope } from './row'

const selection = <T extends z.ZodType>(item: T) =>
  z.object({ include: z.array(item).optional(), exclude: z.array(item).optional() }).optional()

/** Body of call 2. `recordingIds`, `thirdPartyIds`, `endpointIds`: documented; the rest: assumed. */
export const FocusRecordingSearch = z.object({
  recordingIds: selection(z.number()),
  thirdPartyIds: selection(z.string()),
  endpointIds: selection(z.number()),
  peopleIds: selection(z.number()),
  userIds: selection(z.number()),
  retentionGroupIds: selection(z.number()),
  tags: selection(z.string()),
  types: selection(z.string()),
  directions: selection(z.string()),
  startDatetimeUTC: z.object({ from: z.string().optional(), to: z.string().optional() }).optional(),
  durationSeconds: z.object({ min: z.number().optional(), max: z.number().optional() }).optional(),
  freeText: z.string().optional(),
  hasTranscription: z.boolean().optional(),
  hasComments: z.boolean().optional(),
  sort: z.object({ field: z.string(), direction: z.string() }).optional(),
  limit: z.int(),
  offset: z.int(),
})
export type FocusRecordingSearch = z.infer<typeof FocusRecordingSearch>

/** `recordings` is documented, `total` is assumed. */
export const FocusRecordingPage = wireEnvelope('recordings')

/** How many there are in all; null when the reply does not say. */
export function totalOf(page: WireReply): number | null {
  return optional(wireCount).parse(page.total) ?? null
}

/** What Focus gives when no limit is asked. [A] */
export const DEFAULT_PAGE = 50

const SORT_FIELDS = { start: 'startDatetimeUTC', duration: 'durationSeconds' } as const

/** Our search as Focus takes it. Endpoint values must have been resolved into `endpointIds` before. */
export function toFocusSearch(
  search: Omit<RecordingSearch, 'endpointValues'>,
): FocusRecordingSearch {
  return withoutEmpty({
    recordingIds: selected(search.ids),
    thirdPartyIds: selected(search.thirdPartyIds),
    endpointIds: selected(search.endpointIds),
    peopleIds: selected(search.personIds),
    userIds: selected(search.userIds),
    retentionGroupIds: selected(search.retentionGroupIds),
    tags: selected(search.tags),
    types: selected(search.kinds),
    directions: selected(search.directions),
    startDatetimeUTC: search.start && withoutEmpty(search.start),
    durationSeconds: search.durationMs && seconds(search.durationMs),
    freeText: search.text === '' ? undefined : search.text,
    hasTranscription: search.hasTranscript,
    hasComments: search.hasComments,
    sort: search.sort && {
      field: SORT_FIELDS[search.sort.field],
      direction: search.sort.direction,
    },
    limit: search.limit ?? DEFAULT_PAGE,
    offset: search.offset ?? 0,
  })
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Without fields that are undefined or hold nothing, so that an empty filter is no filter. */
function withoutEmpty<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined && (typeof value !== 'object' || Object.keys(value).length > 0),
    ),
  ) as Defined<T> // only undefined and empty optional fields were taken out
}

function selected<T>(
  given: { include?: T[] | undefined; exclude?: T[] | undefined } | undefined,
): { include?: T[]; exclude?: T[] } | undefined {
  return given && withoutEmpty(given)
}

function seconds(ms: { min?: number | undefined; max?: number | undefined }) {
  return withoutEmpty({
    min: ms.min === undefined ? undefined : ms.min / 1000,
    max: ms.max === undefined ? undefined : ms.max / 1000,
  })
}

/**
 * Where the next page starts; null at the end. `received` counts every row, read or not. Without a
 * total a page shorter than was asked is the last.
 */
export function nextOffset(
  { limit, offset }: Pick<FocusRecordingSearch, 'limit' | 'offset'>,
  received: number,
  total: number | null,
): number | null {
  const next = offset + received
  const more = total === null ? received >= limit : next < total
  return received > 0 && more ? next : null
}
