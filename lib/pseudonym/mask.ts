import type { AccessEvent, GatherLine } from '@/lib/contract/access-event'
import type { CommentList } from '@/lib/contract/comment'
import type { DirectoryLine } from '@/lib/contract/directory'
import type { Endpoint, EndpointMatches, EndpointPage } from '@/lib/contract/directory-endpoint'
import type { FindingContext } from '@/lib/contract/finding'
import type { LedgerActor, ProvenEntry } from '@/lib/contract/ledger'
import type { SmsMessage } from '@/lib/contract/message'
import type { PeopleNames, Person, PersonPage } from '@/lib/contract/person'
import type { Party, Recording, RecordingDetail } from '@/lib/contract/recording'
import type { RecordingPage } from '@/lib/contract/recording-search'
import type { RecordingTallyLine } from '@/lib/contract/recording-tally'
import type { RetentionMembersLine } from '@/lib/contract/retention'
import type { Transcript } from '@/lib/contract/transcript'
import type { User, UserPage } from '@/lib/contract/user'
import {
  keysAlone,
  keysOf,
  maskEndpoint,
  maskName,
  type PseudonymKey,
  TAKEN_OUT,
} from './pseudonym'

/** Name and endpoint; ids stay, because filters need them. */
export function maskParty<P extends Pick<Party, 'personName' | 'value'>>(
  party: P,
  key: PseudonymKey,
): P {
  if (key === null) return party
  return {
    ...party,
    personName: party.personName === null ? null : maskName(party.personName, key),
    value: party.value === null ? null : maskEndpoint(party.value, key),
  }
}

/** A row: its parties, and every field that this product has no name for. */
export function maskRecording<R extends Recording>(recording: R, key: PseudonymKey): R {
  if (key === null) return recording
  return {
    ...recording,
    parties: recording.parties.map((party) => maskParty(party, key)),
    otherFields: keysOf(recording.otherFields),
  }
}

/** A page of rows. */
export function maskPage(page: RecordingPage, key: PseudonymKey): RecordingPage {
  return { ...page, recordings: page.recordings.map((recording) => maskRecording(recording, key)) }
}

/** The parties of what is counted. */
export function maskTally(line: RecordingTallyLine, key: PseudonymKey): RecordingTallyLine {
  if (key === null || line.type !== 'recordings') return line
  const recordings = line.recordings.map((one) => ({
    ...one,
    parties: one.parties.map((party) => maskParty(party, key)),
  }))
  return { ...line, recordings }
}

/** A recording in detail: the row, its custom fields and its participants, of which the keys stay. */
export function maskDetail(recording: RecordingDetail, key: PseudonymKey): RecordingDetail {
  if (key === null) return recording
  const customFields = Object.keys(recording.customFields).map((name) => [name, TAKEN_OUT])
  return {
    ...maskRecording(recording, key),
    customFields: Object.fromEntries(customFields),
    participants: recording.participants.map(keysAlone),
  }
}

/** Who spoke. What was said stays as it was said, with every name in it. */
export function maskTranscript(transcript: Transcript, key: PseudonymKey): Transcript {
  if (key === null) return transcript
  const utterances = transcript.utterances.map((utterance) => ({
    ...utterance,
    speaker: utterance.speaker === null ? null : maskName(utterance.speaker, key),
  }))
  return { ...transcript, utterances }
}

/** From and to. The text stays as it was written; of its attachments the names go. */
export function maskMessage(message: SmsMessage, key: PseudonymKey): SmsMessage {
  if (key === null) return message
  return {
    ...message,
    from: message.from === null ? null : maskName(message.from, key),
    to: message.to === null ? null : maskName(message.to, key),
    attachments: message.attachments.map((attachment) => ({
      ...attachment,
      name: attachment.name === null ? null : TAKEN_OUT,
    })),
  }
}

/** Who wrote. What was written stays. */
export function maskComments(list: CommentList, key: PseudonymKey): CommentList {
  if (key === null) return list
  const comments = list.comments.map((comment) => ({
    ...comment,
    username: comment.username === null ? null : maskName(comment.username, key),
  }))
  return { ...list, comments }
}

/** Names of people; ids and departments stay. */
export function maskPeople(names: PeopleNames, key: PseudonymKey): PeopleNames {
  if (key === null) return names
  const people = names.people.map((person) => ({ ...person, name: maskName(person.name, key) }))
  return { ...names, people }
}

/**
 * Whose call was accessed, and what was asked for. Who accessed it stays in clear: that is what an audit is about.
 * What Focus's audit says in its own words goes.
 */
export function maskEvent(event: AccessEvent, key: PseudonymKey): AccessEvent {
  if (key === null) return event
  const { call } = event
  return {
    ...event,
    call: call && { ...call, parties: call.parties.map((party) => maskParty(party, key)) },
    query: keysAlone(event.query),
    focus: event.focus.map((row) => ({ ...row, detail: row.detail === null ? null : TAKEN_OUT })),
  }
}

/** A line of a gathering: the events in it. */
export function maskGathered(line: GatherLine, key: PseudonymKey): GatherLine {
  if (key === null || line.type !== 'events') return line
  return { ...line, events: line.events.map((event) => maskEvent(event, key)) }
}

/** People, endpoints and users; ids and everything that names nobody stay. */
export function maskDirectory(line: DirectoryLine, key: PseudonymKey): DirectoryLine {
  if (key === null) return line
  if (line.type === 'people')
    return { ...line, people: line.people.map((person) => maskPerson(person, key)) }
  if (line.type === 'endpoints')
    return { ...line, endpoints: line.endpoints.map((endpoint) => maskOwned(endpoint, key)) }
  if (line.type === 'users')
    return { ...line, users: line.users.map((user) => maskUser(user, key)) }
  return line
}

/** A person with their endpoints. */
export function maskPerson(person: Person, key: PseudonymKey): Person {
  if (key === null) return person
  return {
    ...person,
    name: maskName(person.name, key),
    firstName: null,
    lastName: null,
    email: person.email === null ? null : maskEndpoint(person.email, key),
    externalRef: person.externalRef === null ? null : TAKEN_OUT,
    endpoints: person.endpoints.map((endpoint) => maskOwned(endpoint, key)),
    otherFields: keysOf(person.otherFields),
  }
}

/** A page of people. */
export function maskPersonPage(page: PersonPage, key: PseudonymKey): PersonPage {
  return { ...page, people: page.people.map((person) => maskPerson(person, key)) }
}

/** A page of endpoints. */
export function maskEndpointPage(page: EndpointPage, key: PseudonymKey): EndpointPage {
  return { ...page, endpoints: page.endpoints.map((endpoint) => maskOwned(endpoint, key)) }
}

/** What values were found to be; the values are the reader's own. */
export function maskMatches(found: EndpointMatches, key: PseudonymKey): EndpointMatches {
  const matches = found.matches.map(({ value, endpoints }) => ({
    value,
    endpoints: endpoints.map((endpoint) => maskOwned(endpoint, key)),
  }))
  return { ...found, matches }
}

/** An endpoint with its owner. */
export function maskOwned(endpoint: Endpoint, key: PseudonymKey): Endpoint {
  if (key === null) return endpoint
  return {
    ...endpoint,
    value: endpoint.value === null ? null : maskEndpoint(endpoint.value, key),
    personName: endpoint.personName === null ? null : maskName(endpoint.personName, key),
    otherFields: keysOf(endpoint.otherFields),
  }
}

/** Somebody who can log in to Focus. */
export function maskUser(user: User, key: PseudonymKey): User {
  if (key === null) return user
  return {
    ...user,
    name: user.name === null ? null : maskName(user.name, key),
    username: user.username === null ? null : maskEndpoint(user.username, key),
    email: user.email === null ? null : maskEndpoint(user.email, key),
    otherFields: keysOf(user.otherFields),
  }
}

/** A page of users. */
export function maskUserPage(page: UserPage, key: PseudonymKey): UserPage {
  return { ...page, users: page.users.map((user) => maskUser(user, key)) }
}

/** Who is recorded under which group, by pseudonym. */
export function maskMembers(line: RetentionMembersLine, key: PseudonymKey): RetentionMembersLine {
  if (key === null || line.type !== 'members') return line
  const members = line.members.map((one) => ({ ...one, name: maskName(one.name, key) }))
  return { ...line, members }
}

/**
 * The people that findings speak of. An address stays where it is that of somebody who signs in here (`actors`): rules
 * tell by it whose own calls are meant, and the audit names those people anyway.
 */
export function maskContext(
  context: FindingContext,
  actors: readonly LedgerActor[],
  key: PseudonymKey,
): FindingContext {
  if (key === null) return context
  const known = new Set(actors.flatMap(({ email }) => email?.toLowerCase() ?? []))
  const people = context.people.map((person) => ({
    ...person,
    name: maskName(person.name, key),
    email: person.email !== null && known.has(person.email.toLowerCase()) ? person.email : null,
  }))
  return { ...context, people }
}

/** An entry of the ledger without the clear text of what was asked and whose calls it was; its commitments stay. */
export function maskEntry(entry: ProvenEntry, key: PseudonymKey): ProvenEntry {
  if (key === null) return entry
  const { query: _query, whose: _whose, ...personal } = entry.personal
  return { ...entry, personal }
}

/** Masks what arrives line by line. */
export async function* maskLines<T>(
  lines: AsyncIterable<T>,
  mask: (line: T) => T,
): AsyncGenerator<T> {
  for await (const line of lines) yield mask(line)
}
