import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { KeptRun } from '@/lib/reconcile/compare-runs'
import { MISMATCH_KINDS } from '@/lib/reconcile/model'

const Faults = z.array(
  z.object({ kind: z.enum(MISMATCH_KINDS), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
)
const State = z.object({ timeUtc: z.iso.datetime(), faults: Faults, gone: Faults })

/** Where the last run with this output is kept: `fixes.csv` → `fixes.run.json`. */
export function statePath(out: string): string {
  return `${out.replace(/\.[^./\\]*$/, '')}.run.json`
}

/** The last run; null before the first. Throws where the file is none of ours. */
export function readState(path: string): KeptRun | null {
  if (!existsSync(path)) return null
  try {
    return State.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new Error(`${path} is not the record of a run. Move it away to begin anew.`, { cause })
  }
}

/** Whole or not at all. For its owner alone, though it names nobody. */
export function writeState(path: string, run: KeptRun): void {
  const draft = `${path}.${process.pid}.draft`
  writeFileSync(draft, `${JSON.stringify(run)}\n`, { mode: 0o600 })
  renameSync(draft, path)
}
