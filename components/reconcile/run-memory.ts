/** What is kept of runs: hashes and counts, no names. */
export type RunMemory = {
  /** The newest run; null before the first. */
  last: { timeUtc: string; hashes: string[] } | null
  /** Hashes of faults that were there once and then were not. */
  gone: string[]
  asides: Aside[]
}

/** A mismatch put aside until a date, after which it returns. */
export type Aside = { hash: string; reason: string; untilUtc: string }

export type Since = 'new' | 'still-there' | 'returned'

/** What changed since the last run. */
export type Changes = {
  lastUtc: string | null
  /** By hash; empty for a first run, of which nothing can be said. */
  since: ReadonlyMap<string, Since>
  gone: number
}

export const EMPTY_MEMORY: RunMemory = { last: null, gone: [], asides: [] }
/** So many hashes of faults long gone are kept, the newest. */
const MOST_GONE = 20_000

/** Compares a run with the one before it, and says what to keep of it. `hashes` are those of all its mismatches. */
export function rememberRun(
  memory: RunMemory,
  hashes: readonly string[],
  timeUtc: string,
): { changes: Changes; memory: RunMemory } {
  const now = new Set(hashes)
  const before = new Set(memory.last?.hashes)
  const gone = new Set(memory.gone)
  const returning = new Set(
    memory.asides.filter(({ untilUtc }) => untilUtc <= timeUtc).map(({ hash }) => hash),
  )
  const since = new Map<string, Since>()
  if (memory.last !== null)
    for (const hash of now)
      since.set(
        hash,
        gone.has(hash) || returning.has(hash)
          ? 'returned'
          : before.has(hash)
            ? 'still-there'
            : 'new',
      )
  const left = [...before].filter((hash) => !now.has(hash))
  return {
    changes: { lastUtc: memory.last?.timeUtc ?? null, since, gone: left.length },
    memory: {
      last: { timeUtc, hashes: [...now] },
      gone: [...gone, ...left].filter((hash) => !now.has(hash)).slice(-MOST_GONE),
      asides: memory.asides.filter(({ untilUtc }) => untilUtc > timeUtc),
    },
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
    const read = JSON.parse(text ?? 'null') as Partial<RunMemory> | null // each part is checked below
    if (typeof read !== 'object' || read === null) return EMPTY_MEMORY
    const texts = (list: unknown): string[] =>
      Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
    const last =
      typeof read.last?.timeUtc === 'string'
        ? { timeUtc: read.last.timeUtc, hashes: texts(read.last.hashes) }
        : null
    const asides = (Array.isArray(read.asides) ? read.asides : []).filter(
      (aside: Partial<Aside> | null): aside is Aside =>
        typeof aside?.hash === 'string' &&
        typeof aside.reason === 'string' &&
        typeof aside.untilUtc === 'string',
    )
    return { last, gone: texts(read.gone), asides }
  } catch {
    return EMPTY_MEMORY
  }
}
