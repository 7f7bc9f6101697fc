import type { Party, Recording } from './recording'
import type { Utterance } from './transcript'

/** The firm's side of a conversation, or the other one. Decides the party colour everywhere. */
export type Side = 'internal' | 'external'

type Conversation = Pick<Recording, 'direction' | 'parties'>

/**
 * Which side a party is on. The direction decides for `from` and `to`; without a direction a party that
 * Focus can name as a person is taken as internal.
 */
export function sideOfParty(recording: Conversation, party: Party): Side {
  if (recording.direction === 'internal') return 'internal'
  if (recording.direction === 'outbound' && party.role === 'from') return 'internal'
  if (recording.direction === 'outbound' && party.role === 'to') return 'external'
  if (recording.direction === 'inbound' && party.role === 'from') return 'external'
  if (recording.direction === 'inbound' && party.role === 'to') return 'internal'
  return party.personId === null ? 'external' : 'internal'
}

/**
 * Which side spoke: by person, else by name, else by channel. Channel 0 is taken as internal when nothing
 * says otherwise.
 */
export function sideOfUtterance(recording: Conversation, utterance: Utterance): Side {
  const party = recording.parties.find(
    (candidate) =>
      (utterance.personId !== null && candidate.personId === utterance.personId) ||
      (utterance.speaker !== null &&
        (candidate.personName === utterance.speaker || candidate.value === utterance.speaker)),
  )
  if (party) return sideOfParty(recording, party)
  return (utterance.channel ?? 0) === 0 ? 'internal' : 'external'
}

/** The side heard on an audio channel: that of most of the speech on it, by time. */
export function sideOfChannel(
  recording: Conversation,
  utterances: readonly Utterance[],
  channel: number,
): Side {
  let internalMs = 0
  let externalMs = 0
  for (const utterance of utterances) {
    if (utterance.channel !== channel) continue
    const lengthMs = utterance.endMs - utterance.startMs
    if (sideOfUtterance(recording, utterance) === 'internal') internalMs += lengthMs
    else externalMs += lengthMs
  }
  if (internalMs === externalMs) return channel === 0 ? 'internal' : 'external'
  return internalMs > externalMs ? 'internal' : 'external'
}
