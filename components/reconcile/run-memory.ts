import { z } from 'zod'
import { compareRuns, type KeptRun, type RunComparison } from '@/lib/reconcile/compare-runs'
import type { KeptFault } from '@/lib/reconcile/key-hashes'
import { MISMATCH_KINDS } from '@/lib/reconcile/model'

/** What is kept of runs: hashes and kinds, no names. */
export type RunMemory = {
  /** The newest run; null before the first. */
  last: KeptRun | null
  asides: Aside[]
}

/** A mismatch put aside until a date, after which it returns. */
export type Aside = { hash: string; reason: string; untilUtc: string }

export type Since = 'new' | 'still-there' | 'returned'

/** What changed since the last run. */
export type Changes = {
  comparison: RunComparison
  lastUtc: string | null
  /** By hash; empty for a first run, of which nothing can be said. */
  since: ReadonlyMap<string, Since>
  gone: number
}

/** Where this browser keeps it. */
export const RUNS_KEPT = 'focus-console.reconcile-runs'

export const EMPTY_MEMORY: RunMemory = { last: null, asides: [] }

/** Compares a run with the one before it, and says what to keep of it. What was set aside and is due returns. */
export function rememberRun(
  memory: RunMemory,
  faults: readonly KeptFault[],
  timeUtc: string,
): { changes: Changes; memory: RunMemory } {
  const { comparison, keep } = compareRuns(memory.last, { timeUtc, faults })
  const due = new Set(
    memory.asides.filter(({ untilUtc }) => untilUtc <= timeUtc).map(({ hash }) => hash),
  )
  const since = new Map<string, Since>()
  if (comparison.previousUtc !== null) {
    for (const { hash } of comparison.new) since.set(hash, 'new')
    for (const { hash } of comparison.stillThere) since.set(hash, 'still-there')
    for (const { hash } of comparison.returned) since.set(hash, 'returned')
    for (const { hash } of faults) if (due.has(hash)) since.set(hash, 'returned')
  }
  return {
    changes: { comparison, lastUtc: comparison.previousUtc, since, gone: comparison.gone.length },
    memory: { last: keep, asides: memory.asides.filter(({ hash }) => !due.has(hash)) },
  }
}

/** Puts mismatches aside until an instant; an older word about the same one is replaced. */
export function setAside(
  memory: RunMemory,
  hashes: readonly string[],
  reason: string,
  untilUtc: string,
): RunMemory {
  const kept = memory.asides.filter(({ hash }) => !hashes.includes(hash))
  return { ...memory, asides: [...kept, ...hashes.map((hash) => ({ hash, reason, untilUtc }))] }
}

export function takeBack(memory: RunMemory, hash: string): RunMemory {
  return { ...memory, asides: memory.asides.filter((aside) => aside.hash !== hash) }
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
