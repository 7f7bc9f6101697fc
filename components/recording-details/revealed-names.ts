import type { CommentList } from '@/lib/contract/comment'
import type { SmsMessage } from '@/lib/contract/message'
import type { Recording } from '@/lib/contract/recording'
import type { Transcript } from '@/lib/contract/transcript'

/** From a pseudonym, or a masked number, to what it stands for. Two that look alike stand for neither. */
export type RevealedNames = ReadonlyMap<string, string>

type WithParties = Pick<Recording, 'parties'>

/** What a revealed recording tells of the pseudonyms in what belongs to it. Parties are in the same order in both. */
export function revealedNames(masked: WithParties, clear: WithParties): RevealedNames {
  const names = new Map<string, string>()
  const unclear = new Set<string>()
  const learn = (pseudonym: string | null | undefined, name: string | null | undefined) => {
    if (typeof pseudonym !== 'string' || typeof name !== 'string' || pseudonym === name) return
    if ((names.get(pseudonym) ?? name) !== name) unclear.add(pseudonym)
    names.set(pseudonym, name)
  }
  clear.parties.forEach((party, index) => {
    learn(masked.parties[index]?.personName, party.personName)
    learn(masked.parties[index]?.value, party.value)
  })
  for (const pseudonym of unclear) names.delete(pseudonym)
  return names
}

const named = (text: string | null, names: RevealedNames) =>
  text === null ? null : (names.get(text) ?? text)

/** The same transcript with the speakers' names where they are known. */
export function nameSpeakers(transcript: Transcript, names: RevealedNames): Transcript {
  const utterances = transcript.utterances.map((utterance) => ({
    ...utterance,
    speaker: named(utterance.speaker, names),
  }))
  return { ...transcript, utterances }
}

/** The same comments with the writers' names where they are known. */
export function nameWriters(list: CommentList, names: RevealedNames): CommentList {
  const comments = list.comments.map((comment) => ({
    ...comment,
    username: named(comment.username, names),
  }))
  return { ...list, comments }
}

/** The same message with its from and to where they are known. */
export function nameEnds(message: SmsMessage, names: RevealedNames): SmsMessage {
  return { ...message, from: named(message.from, names), to: named(message.to, names) }
}
