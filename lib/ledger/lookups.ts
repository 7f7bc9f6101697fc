import type { Deed, Outcome } from './access-ledger'
import type { Lookup } from './batch'
import type { Naming } from './naming'

/** Anything else may be as long as an address can be, and an index takes no such key. */
const RECORDING_ID = /^\d{1,16}$/

/** What finds the entry of a deed. */
export function deedLookups(deed: Deed, naming: Naming): Lookup[] {
  const { actor, object, origin } = deed
  return [
    ...(actor === null ? [] : [{ kind: 'actor' as const, key: naming.actorKey(actor) }]),
    ...(origin.address === null
      ? []
      : [{ kind: 'address' as const, key: naming.addressKey(origin.address) }]),
    ...(object.kind === 'recording' || object.kind === 'recordings'
      ? [...new Set(object.ids)]
          .filter((id) => RECORDING_ID.test(id))
          .map((key) => ({ kind: 'recording' as const, key }))
      : []),
  ]
}

/** What finds it once its outcome is known: the recordings it was about, and the parties of the calls. */
export function outcomeLookups(outcome: Outcome | undefined): Lookup[] {
  const recordings = new Set<number>()
  const people = new Set<number>()
  for (const { recordingId } of outcome?.upstream ?? [])
    if (recordingId !== null) recordings.add(recordingId)
  for (const { recordingId, parties } of outcome?.whose ?? []) {
    recordings.add(recordingId)
    for (const { personId } of parties) if (personId !== null) people.add(personId)
  }
  return [
    ...[...recordings].map((id) => ({ kind: 'recording' as const, key: String(id) })),
    ...[...people].map((id) => ({ kind: 'person' as const, key: String(id) })),
  ]
}
