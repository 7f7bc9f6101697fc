import { z } from 'zod'
import { type Aside, withReturned } from '@/lib/reconcile/asides'
import { compareRuns, type KeptRun, type RunComparison } from '@/lib/reconcile/compare-runs'
import type { KeptFault } from '@/lib/reconcile/key-hashes'
import { MISMATCH_KINDS } from '@/lib/reconcile/model'

/** What is kept of runs: hashes and kinds, no names. */
export type RunMemory = {
  /** The newest run; null before the first. */
  last: KeptRun | null
  asides: Aside[]
}

export type Since = 'new' | 'still-there' | 'returned'

/** What changed since the last run, in numbers. */
export type Changes = {
  lastUtc: string | null
  added: number
  stillThere: number
  gone: number
  returned: number
}

/** Where this browser keeps it. */
export const RUNS_KEPT = 'focus-console.reconcile-runs'

export const EMPTY_MEMORY: RunMemory = { last: null, asides: [] }

/**
 * Compares a run with the one before it, and says what to keep of it. What was set aside and is due returns. `since` is by
 * hash, and empty for a first run, of which nothing can be said.
 */
export function rememberRun(
  memory: RunMemory,
  faults: readonly KeptFault[],
  timeUtc: string,
): { since: ReadonlyMap<string, Since>; comparison: RunComparison; memory: RunMemory } {
  const { comparison: compared, keep } = compareRuns(memory.last, { timeUtc, faults })
  const comparison = withReturned(compared, memory.asides, timeUtc)
  const since = new Map<string, Since>()
  if (comparison.previousUtc !== null) {
    for (const { hash } of comparison.new) since.set(hash, 'new')
    for (const { hash } of comparison.stillThere) since.set(hash, 'still-there')
    for (const { hash } of comparison.returned) since.set(hash, 'returned')
  }
  return {
    since,
    comparison,
    memory: { last: keep, asides: memory.asides.filter(({ untilUtc }) => untilUtc > timeUtc) },
  }
}

/** The numbers of a comparison; of a first run there are none. */
export function changesOf(
  since: ReadonlyMap<string, Since>,
  { previousUtc, gone }: RunComparison,
): Changes {
  const many = (of: Since) => [...since.values()].filter((each) => each === of).length
  return {
    lastUtc: previousUtc,
    added: many('new'),
    stillThere: many('still-there'),
    gone: gone.length,
    returned: many('returned'),
  }
}

/** Puts mismatches aside until an instant; an older word about the same one is replaced. */
export function setAside(
  memory: RunMemory,
  hashes: readonly string[],
  reason: string,
  untilUtc: string,
): RunMemory {
  const put = new Set(hashes)
  const kept = memory.asides.filter(({ hash }) => !put.has(hash))
  return { ...memory, asides: [...kept, ...hashes.map((hash) => ({ hash, reason, untilUtc }))] }
}

export function takeBack(memory: RunMemory, hash: string): RunMemory {
  return { ...memory, asides: memory.asides.filter((aside) => aside.hash !== hash) }
}

/** More than a browser keeps of one console. */
const MOST_KEPT = 4_000_000

/** As it is kept; null where it is more than a browser keeps. */
export function writeMemory(memory: RunMemory): string | null {
  const text = JSON.stringify(memory)
  return text.length > MOST_KEPT ? null : text
}

/** Reads what was kept; junk is nothing. */
export function parseMemory(text: string | null): RunMemory {
  try {
    const kept = Memory.safeParse(JSON.parse(text ?? 'null'))
    return kept.success ? kept.data : EMPTY_MEMORY
  } catch {
    return EMPTY_MEMORY
  }
}

const Fault = z.object({ kind: z.enum(MISMATCH_KINDS), hash: z.string() })
const Memory: z.ZodType<RunMemory> = z.object({
  last: z.object({ timeUtc: z.string(), faults: z.array(Fault), gone: z.array(Fault) }).nullable(),
  asides: z.array(z.object({ hash: z.string(), reason: z.string(), untilUtc: z.string() })),
})
