import { z } from 'zod'

const selection = <T extends z.ZodType>(item: T) =>
  z
    .strictObject({ include: z.array(item).optional(), exclude: z.array(item).optional() })
    .optional()
const instant = z.iso.datetime({ offset: true })

/** The body of `recording.search`: every field optional, none unknown. */
export const RecordingSearchBody = z.strictObject({
  recordingIds: selection(z.int()),
  thirdPartyIds: selection(z.string()),
  endpointIds: selection(z.int()),
  peopleIds: selection(z.int()),
  userIds: selection(z.int()),
  retentionGroupIds: selection(z.int()),
  tags: selection(z.string()),
  types: selection(z.string()),
  directions: z
    .strictObject({ include: z.array(z.enum(['inbound', 'outbound', 'internal'])).optional() })
    .optional(),
  startDatetimeUTC: z.strictObject({ from: instant.optional(), to: instant.optional() }).optional(),
  durationSeconds: z
    .strictObject({ min: z.number().optional(), max: z.number().optional() })
    .optional(),
  freeText: z.string().optional(),
  hasTranscription: z.boolean().optional(),
  hasComments: z.boolean().optional(),
  sort: z
    .strictObject({
      field: z.enum(['startDatetimeUTC', 'durationSeconds']),
      direction: z.enum(['asc', 'desc']),
    })
    .optional(),
  limit: z.int().min(1).max(200).optional(),
  offset: z.int().min(0).optional(),
})
export type RecordingSearchBody = z.infer<typeof RecordingSearchBody>

/** What decides which rows match, without what decides which page of them is shown. */
export type RecordingFilter = Omit<RecordingSearchBody, 'sort' | 'limit' | 'offset'>

type Selection<T> = { include?: T[] | undefined; exclude?: T[] | undefined } | undefined

/**
 * Whether any of a row's values is wanted and none unwanted; null when the selection asks nothing. An
 * include list that is there but empty asks nothing either.
 */
export function selects<T>(selection: Selection<T>): ((values: readonly T[]) => boolean) | null {
  const include = new Set(selection?.include ?? [])
  const exclude = new Set(selection?.exclude ?? [])
  if (include.size === 0 && exclude.size === 0) return null
  return (values) =>
    (include.size === 0 || values.some((value) => include.has(value))) &&
    !values.some((value) => exclude.has(value))
}
