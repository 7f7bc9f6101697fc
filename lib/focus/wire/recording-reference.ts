import { z } from 'zod'

/** Body of calls 3, 4, 5 and 7, query of call 15. Assumed, but for the id's two names. */
export const RecordingReference = z.object({ recordingId: z.number() })

/** Body of call 6, documented. */
export const MediaReference = z.object({ thirdPartyId: z.string() })
