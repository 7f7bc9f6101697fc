import { z } from 'zod'
import { InstantUtc, Recording, RecordingId } from './recording'

/** Values wanted and values not wanted; both empty means no filter. At most 1,000 of each. */
const selection = <T extends z.ZodType>(item: T) =>
  z
    .strictObject({
      include: z.array(item).max(1000).optional(),
      exclude: z.array(item).max(1000).optional(),
    })
    .optional()

export const MAX_PAGE = 200

/** What may be asked of `POST /api/recordings/search`. Every field optional; fields combine with AND. */
export const RecordingSearch = z.strictObject({
  /** Free text over transcript, tags, names and ids. */
  text: z.string().trim().max(500).optional(),
  ids: selection(RecordingId),
  thirdPartyIds: selection(z.string().min(1).max(500)),
  endpointIds: selection(z.number()),
  /**
   * Endpoint values in any spelling (`+44 7897 897897`, `07897897897`, an e-mail address). The server
   * resolves them to endpoints first; a value that no endpoint has matches nothing.
   */
  endpointValues: selection(z.string().trim().min(3).max(320)),
  personIds: selection(z.number()),
  userIds: selection(z.number()),
  retentionGroupIds: selection(z.number()),
  /** Whole dotted paths, as rows carry them. */
  tags: selection(z.string().min(1).max(500)),
  kinds: selection(z.string().min(1).max(100)),
  directions: z
    .strictObject({ include: z.array(z.enum(['inbound', 'outbound', 'internal'])).max(3) })
    .optional(),
  /** From inclusive, to exclusive. */
  start: z.strictObject({ from: InstantUtc.optional(), to: InstantUtc.optional() }).optional(),
  durationMs: z
    .strictObject({
      min: z.number().nonnegative().optional(),
      max: z.number().nonnegative().optional(),
    })
    .optional(),
  hasTranscript: z.boolean().optional(),
  hasComments: z.boolean().optional(),
  /** Newest first when left out. */
  sort: z
    .strictObject({ field: z.enum(['start', 'duration']), direction: z.enum(['asc', 'desc']) })
    .optional(),
  limit: z.int().min(1).max(MAX_PAGE).optional(),
  offset: z.int().nonnegative().optional(),
})
export type RecordingSearch = z.infer<typeof RecordingSearch>

/** One page of results. */
export const RecordingPage = z.object({
  recordings: z.array(Recording),
  /** Null when Focus does not say. */
  total: z.int().nonnegative().nullable(),
  /** Where the next page starts; null at the end. */
  nextOffset: z.int().nonnegative().nullable(),
  /** Rows of this page that could not be decoded and are left out. */
  unreadable: z.int().nonnegative(),
})
export type RecordingPage = z.infer<typeof RecordingPage>

/** The exact Focus requests behind a search, for "Explain". The key and the token are never in it. */
export const SearchExplanation = z.object({
  requests: z.array(
    z.object({ method: z.string(), url: z.string(), body: z.unknown(), curl: z.string() }),
  ),
})
export type SearchExplanation = z.infer<typeof SearchExplanation>
