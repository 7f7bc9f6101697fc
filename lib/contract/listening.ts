import { z } from 'zod'
import { Interval } from './ledger'

/** One press of Play until the recording is left: the browser makes the id and sends it with each request for the media. */
export const ListeningId = z.uuid()

/** What was really heard since Play, whole and not since the last report: intervals in order, without overlap. */
export const HeardReport = z.strictObject({
  listening: ListeningId,
  heard: z.array(Interval).max(2000),
  /** The listener has left, or the media is over. */
  ended: z.boolean(),
})
export type HeardReport = z.infer<typeof HeardReport>
export const HeardReceipt = z.object({ heardMs: z.int().nonnegative() })
