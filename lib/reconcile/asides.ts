import { z } from 'zod'
import type { RunComparison } from './compare-runs'

/** A mismatch put aside until a date, after which it returns. It is known by the SHA-256 of its key, which names nobody. */
export const Aside = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  reason: z.string(),
  /** An instant, ISO 8601, UTC. */
  untilUtc: z.iso.datetime(),
})
export type Aside = z.infer<typeof Aside>

/** The file that the Reconcile page saves and `npm run reconcile -- --asides` reads. */
export const AsidesFile = z.strictObject({ asides: z.array(Aside) })
export type AsidesFile = z.infer<typeof AsidesFile>

/** What is still aside at an instant, by hash. */
export function asideAt(asides: readonly Aside[], timeUtc: string): ReadonlyMap<string, Aside> {
  const waiting = asides.filter(({ untilUtc }) => untilUtc > timeUtc)
  return new Map(waiting.map((aside) => [aside.hash, aside]))
}

/** A comparison in which what came due between the two runs has returned. */
export function withReturned(
  comparison: RunComparison,
  asides: readonly Aside[],
  timeUtc: string,
): RunComparison {
  const { previousUtc, stillThere, returned } = comparison
  if (previousUtc === null) return comparison
  const waiting = asideAt(asides, timeUtc)
  const due = new Set(
    asides
      .filter(({ hash, untilUtc }) => untilUtc > previousUtc && !waiting.has(hash))
      .map(({ hash }) => hash),
  )
  return {
    ...comparison,
    stillThere: stillThere.filter(({ hash }) => !due.has(hash)),
    returned: [...returned, ...stillThere.filter(({ hash }) => due.has(hash))],
  }
}
