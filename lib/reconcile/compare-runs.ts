import type { KeptFault } from './key-hashes'

/** What is kept of a run: no names, no numbers, no addresses. */
export type KeptRun = {
  /** When it was, ISO 8601, UTC. */
  timeUtc: string
  faults: KeptFault[]
  /** Faults of earlier runs that were not there any more, the newest last. */
  gone: KeptFault[]
}

/** A run against the one before it. Each fault of the current run is in one of `new`, `stillThere` and `returned`. */
export type RunComparison = {
  /** When the one before was; null for a first run, all of whose faults are new. */
  previousUtc: string | null
  new: KeptFault[]
  stillThere: KeptFault[]
  /** Not in the run before, but in one before that. */
  returned: KeptFault[]
  /** In the run before, and not in this one. */
  gone: KeptFault[]
}

/** So many faults long gone are remembered, the newest; one of before that returns is new. */
const MOST_GONE = 20_000

/** Compares a run with the one before it, and says what is to be kept of it for the next. */
export function compareRuns(
  previous: KeptRun | null,
  current: { timeUtc: string; faults: readonly KeptFault[] },
): { comparison: RunComparison; keep: KeptRun } {
  const before = hashes(previous?.faults ?? [])
  const longGone = hashes(previous?.gone ?? [])
  const now = hashes(current.faults)
  const comparison: RunComparison = {
    previousUtc: previous?.timeUtc ?? null,
    new: [],
    stillThere: [],
    returned: [],
    gone: (previous?.faults ?? []).filter(({ hash }) => !now.has(hash)),
  }
  for (const fault of current.faults) {
    if (before.has(fault.hash)) comparison.stillThere.push(fault)
    else if (longGone.has(fault.hash)) comparison.returned.push(fault)
    else comparison.new.push(fault)
  }
  const gone = [...(previous?.gone ?? []), ...comparison.gone].filter(({ hash }) => !now.has(hash))
  const keep = {
    timeUtc: current.timeUtc,
    faults: [...current.faults],
    gone: gone.slice(-MOST_GONE),
  }
  return { comparison, keep }
}

function hashes(faults: readonly KeptFault[]): Set<string> {
  return new Set(faults.map(({ hash }) => hash))
}
