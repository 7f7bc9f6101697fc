import { z } from 'zod'
import type { RunComparison } from './compare-runs'
import type { KeptFault } from './key-hashes'

/** A mismatch put aside until an instant, after which it returns. `hash` is the SHA-256 of its key, hex. */
export type Aside = { hash: string; reason: string; untilUtc: string }

const FORM = 'focus-console/asides'

const AsidesFile = z.object({
  form: z.literal(FORM),
  /** When it was written. */
  timeUtc: z.iso.datetime(),
  asides: z.array(
    z.object({
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      reason: z.string().max(200),
      untilUtc: z.iso.datetime(),
    }),
  ),
})

/** What is set aside as a file, for another browser or the command line: hashes, reasons and dates, no names. */
export function writeAsides(asides: readonly Aside[], timeUtc: string): string {
  return `${JSON.stringify({ form: FORM, timeUtc, asides }, null, 1)}\n`
}

/** Reads such a file; null where it is none. */
export function readAsides(text: string): Aside[] | null {
  try {
    return AsidesFile.parse(JSON.parse(text)).asides
  } catch {
    return null
  }
}

/** With those of a file: its word goes before an older one about the same mismatch. */
export function withAsides(asides: readonly Aside[], more: readonly Aside[]): Aside[] {
  const all = [...asides, ...more]
  return [...new Map(all.map((aside) => [aside.hash, aside])).values()]
}

/** The hashes of what is aside at an instant. */
export function hashesAside(asides: readonly Aside[], timeUtc: string): ReadonlySet<string> {
  return new Set(asides.filter(({ untilUtc }) => untilUtc > timeUtc).map(({ hash }) => hash))
}

/**
 * The comparison of a run without what is aside, and with what was aside at the run before and is due since among what has returned.
 */
export function comparisonWith(
  asides: readonly Aside[],
  comparison: RunComparison,
  timeUtc: string,
): RunComparison {
  const aside = hashesAside(asides, timeUtc)
  const { previousUtc } = comparison
  const before = previousUtc === null ? new Set() : hashesAside(asides, previousUtc)
  const open = ({ hash }: KeptFault) => !aside.has(hash)
  const due = ({ hash }: KeptFault) => before.has(hash) && !aside.has(hash)
  return {
    ...comparison,
    new: comparison.new.filter(open),
    stillThere: comparison.stillThere.filter((fault) => open(fault) && !due(fault)),
    returned: [...comparison.returned.filter(open), ...comparison.stillThere.filter(due)],
  }
}
