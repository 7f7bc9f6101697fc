import type { z } from 'zod'
import type { AccessEvent, Accessor, AuditQuery } from '@/lib/contract/access-event'

export type Asked = z.output<typeof AuditQuery>

/** Whether an event is one that was asked for. */
export function isWanted(event: AccessEvent, asked: Asked): boolean {
  const { by, from, to, actions, actors, address, decision } = asked
  if (from !== undefined && Date.parse(event.timeUtc) < Date.parse(from)) return false
  if (to !== undefined && Date.parse(event.timeUtc) >= Date.parse(to)) return false
  if (by.kind === 'actor' && !isActor(event.who, by.key)) return false
  if (by.kind === 'recording' && event.recordingId !== null && event.recordingId !== by.recordingId)
    return false
  if (actions !== undefined && actions.length > 0 && !actions.includes(event.action)) return false
  if (actors !== undefined && actors.length > 0 && !actors.some((key) => isActor(event.who, key)))
    return false
  if (address !== undefined && address !== '' && event.address !== address) return false
  return decision === undefined || event.decision === decision
}

/** A person goes by the ledger's key, a user of Focus by the username. */
function isActor(who: Accessor, key: string): boolean {
  if (who.kind === 'person') return who.key === key
  return who.username !== null && who.username.toLowerCase() === key.toLowerCase()
}
