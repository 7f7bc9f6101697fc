import 'server-only'
import { reasonPolicy, reasonRule } from '@/lib/access/reason-policy'
import { reasonOf } from '@/lib/access/reasons'
import type { Session } from '@/lib/access/session'
import { config } from '@/lib/config/config'
import { AccessReason, type ReasonPolicy } from '@/lib/contract/access-reason'
import type { ApiName } from '@/lib/contract/api'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { whoseCalls } from '@/lib/ledger/whose-calls'
import { Problem } from '@/lib/problem/problem'
import type { Input } from './read-input'

/** The calls whose `reason` is why they are made; elsewhere the word means what their contract says. */
const TAKES_REASON: readonly ApiName[] = [
  'getAudio',
  'downloadMedia',
  'beginExport',
  'makeEvidence',
]

type Said = { reason?: unknown; of?: unknown } | undefined

/** Why this request is made: the reason that its query or body states or names; `unknown` when this session gave none such. */
export async function reasonIn(
  name: ApiName,
  input: Input<ApiEndpoint>,
  session: Session,
): Promise<AccessReason | 'unknown' | null> {
  if (!TAKES_REASON.includes(name)) return null
  const said = (input.query as Said)?.reason ?? (input.body as Said)?.reason // a schema of the contract read both
  if (said === undefined || said === null) return null
  const stated = AccessReason.safeParse(said)
  if (stated.success) return stated.data
  const kept = typeof said === 'string' ? await reasonOf(session.sessionId, said) : null
  return kept ?? 'unknown'
}

/** Whether the roles of somebody alone demand a reason for a call; of tags nothing is known yet. */
export function roleDemandsReason(
  name: ApiName,
  input: Input<ApiEndpoint>,
  session: Session,
): boolean {
  const asks = name === 'getAudio' || name === 'downloadMedia' || isRecordingsExport(name, input)
  return asks && policyFor(session).rule === 'required'
}

function isRecordingsExport(name: ApiName, input: Input<ApiEndpoint>): boolean {
  const of = (input.body as Said)?.of // read by the schema of an export, or absent
  return name === 'beginExport' && (of === 'recordings' || of === 'transcript')
}

const policyFor = ({ roles }: Session): ReasonPolicy => reasonPolicy(config().reasons, roles)

/** Somebody who asks, and why, where they said. */
export type Reasoned = { session: Session; reason: AccessReason | null }

/** Whether the tags of a recording must be known before it may be played or taken away. */
export function tagsDecide({ session, reason }: Reasoned): boolean {
  return reason === null && Object.values(policyFor(session).tags).includes('required')
}

/** The tags of a recording, where they were seen in the last minutes. */
export function tagsSeen(recordingId: number): readonly string[] | null {
  return whoseCalls().find(recordingId)?.tags ?? null
}

/**
 * Demands a reason for a recording with these tags, where one is asked for. Called before its media is asked for.
 * @throws Problem `reason-required`
 */
export function demandReason({ session, reason }: Reasoned, tags: readonly string[]): void {
  if (reason !== null || reasonRule(policyFor(session), tags) !== 'required') return
  throw reasonRequired()
}

export const reasonRequired = () =>
  new Problem('reason-required', 'Say why you need this recording before it is played or saved.')
