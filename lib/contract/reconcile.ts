import { z } from 'zod'

/** The summary of a reconciliation: what was compared, when, by which rules, and how much was found. It names nobody. */
export const SummaryToSign = z.strictObject({
  text: z
    .string()
    .max(65_536)
    .regex(/^focus-console\/reconciliation\n(.+\n)+$/, 'This is no summary of a reconciliation'),
})

/** A C2SP signed note over a text. */
export const SignedSummary = z.object({ note: z.string() })
