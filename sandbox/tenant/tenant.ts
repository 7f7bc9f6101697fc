import { makeAccessAudit } from './access-audit'
import { makeComments } from './comments'
import { makeDraw } from './draw'
import { makeFirm } from './firm'
import { makeMessages } from './messages'
import { makeRecordingFacts } from './recording-facts'
import { indexOfId, makeRows } from './recording-row'
import { makeRecordingSearch } from './recording-search'
import { makeTags } from './tags'
import { indexInThirdPartyId, thirdPartyIdOf } from './third-party-id'
import { makeTimeline } from './timeline'
import { transcriptionOf } from './transcription'
import { subscriberOfUser } from './users'

/** Everything the firm has, made from a seed, a size and the time it is; nothing of it is kept a recording. */
export type Tenant = ReturnType<typeof makeTenant>

const HOUR_MS = 3_600_000

export function makeTenant(size: number, seed: number, nowMs: number, people?: number) {
  const draw = makeDraw(seed)
  const firm = makeFirm({ seed, ...(people !== undefined && { people }) })
  const timeline = makeTimeline(size, Math.floor(nowMs / HOUR_MS) * HOUR_MS, draw)
  const facts = makeRecordingFacts(seed, draw, firm)
  const tagsOf = makeTags(facts, draw)
  const messageOf = makeMessages(facts, draw)
  const rows = makeRows(facts, timeline, tagsOf, draw, nowMs)
  const userIdByPerson = new Map<number, number>()
  for (let userId = 7001; userId < 7015; userId++) {
    const person = subscriberOfUser(firm, userId)
    if (person) userIdByPerson.set(person.personId, userId)
  }
  const externalIdOf = (index: number) => thirdPartyIdOf(index, facts.kindOf(index), draw)
  const within = (index: number | null) =>
    index !== null && Number.isSafeInteger(index) && index >= 0 && index < size ? index : null
  let rowsDerived = 0
  const search = makeRecordingSearch({
    size,
    timeline,
    facts,
    endpoints: firm.endpoints,
    tagsOf,
    messageOf,
    thirdPartyIdOf: externalIdOf,
    hasTranscription: rows.hasTranscription,
    userIdOf: (personId) => userIdByPerson.get(personId) ?? null,
  })

  return {
    firm,
    facts,
    nowMs,
    timeline,
    search,
    messageOf,
    hasMedia: rows.hasMedia,
    hasTranscription: rows.hasTranscription,
    rowOf(index: number) {
      rowsDerived += 1
      return rows.rowOf(index)
    },
    detailOf(index: number) {
      rowsDerived += 1
      return rows.detailOf(index)
    },
    transcriptionOf: (index: number) => transcriptionOf(facts, index),
    commentsOf: makeComments(facts, timeline, draw, nowMs),
    audit: makeAccessAudit(timeline, draw, nowMs),
    /** The index of an interaction id; null when the tenant has no such recording. */
    indexOf: (interactionId: number) => within(indexOfId(interactionId)),
    indexOfThirdParty(thirdPartyId: string) {
      const index = within(indexInThirdPartyId(thirdPartyId))
      return index !== null && externalIdOf(index) === thirdPartyId ? index : null
    },
    /** How many rows have been built for an answer. */
    rowsDerived: () => rowsDerived,
  }
}
