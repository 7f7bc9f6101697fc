import { z } from 'zod'
import { TabMemory } from '@/components/ui/tab-memory'
import { AccessReason, ReasonId } from '@/lib/contract/access-reason'

/** What was said last, for what follows in the same session of the same person. */
const Kept = z.object({
  /** When that session began: what a person before gave in this tab is not used. */
  startedUtc: z.string(),
  /** Null when the reader went on without one, where that is allowed. */
  given: z.object({ reason: AccessReason, reasonId: ReasonId }).nullable(),
})
export type Given = NonNullable<z.infer<typeof Kept>['given']>

const memory = new TabMemory('focus-console.reason', Kept)

/** The reason kept for this session: null when it was gone on without, undefined when nothing was said. */
export function keptReason(startedUtc: string): Given | null | undefined {
  const kept = memory.read()
  return kept?.startedUtc === startedUtc ? kept.given : undefined
}

export function keepReason(startedUtc: string, given: Given | null): void {
  memory.write({ startedUtc, given })
}

export function forgetReason(): void {
  memory.write(null)
}

export const subscribeToReason = memory.subscribe
