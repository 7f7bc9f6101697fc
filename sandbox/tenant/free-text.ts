import { callSays } from '../speech/conversation'
import type { Endpoint } from './firm'
import type { Message } from './messages'
import type { RecordingFacts } from './recording-facts'
import { indexOfId } from './recording-row'
import { indexInThirdPartyId } from './third-party-id'
import { topicsThatMaySay, wordsOf } from './vocabulary'

/** The parts of a query: divided at blanks, all of which must be found. Quotation marks are left out. */
const termsOf = (query: string) =>
  query
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/["“”]/g, ' ')
    .split(/\s+/)
    .filter((term) => term !== '')

type Sources = {
  facts: RecordingFacts
  endpoints: readonly Endpoint[]
  tagsOf: (index: number) => string[]
  messageOf: (index: number) => Message
  thirdPartyIdOf: (index: number) => string
  hasTranscription: (index: number) => boolean
}

export type TextMatch = {
  matches(index: number): boolean
  /** Conversations read so far, by far the dearest part of a match. */
  conversationsRead(): number
}

/**
 * Rows that contain every term: as part of a tag, a name or an endpoint, as the whole of an id, or as a
 * word of the transcript or the message.
 */
export function matchText(query: string, sources: Sources): TextMatch {
  const { facts } = sources
  const terms = termsOf(query)
  const topicsByTerms = new Map<string, Set<number>>()
  let read = 0

  const topicsFor = (words: string[]) => {
    const key = words.join(' ')
    const known = topicsByTerms.get(key)
    if (known) return known
    const topics = topicsThatMaySay(words)
    topicsByTerms.set(key, topics)
    return topics
  }

  const saidIn = (index: number, left: string[]): boolean => {
    const words = left.flatMap(wordsOf)
    if (words.length === 0) return false
    if (!facts.isSpoken(index)) {
      const body = new Set(wordsOf(sources.messageOf(index).body))
      return words.every((word) => body.has(word))
    }
    if (!sources.hasTranscription(index)) return false
    if (!topicsFor(words).has(facts.topicOf(index))) return false
    const spec = facts.callSpecOf(index)
    if (!spec) return false
    read += 1
    return callSays(spec, words)
  }

  /** What one term can be beside a spoken word, worked out once for all rows. */
  const shownBy = terms.map((term) => {
    const endpoints = new Set(
      sources.endpoints.filter((endpoint) =>
        `${endpoint.value}\n${endpoint.person?.displayName ?? ''}`.toLowerCase().includes(term),
      ),
    )
    const tags = new Map<string, boolean>()
    const inTag = (tag: string) => {
      const known = tags.get(tag) ?? tag.toLowerCase().includes(term)
      tags.set(tag, known)
      return known
    }
    const own = /^\d{1,15}$/.test(term) ? indexOfId(Number(term)) : null
    const foreign = indexInThirdPartyId(term)
    return (index: number) =>
      index === own ||
      endpoints.has(facts.internalEndpointOf(index)) ||
      endpoints.has(facts.otherEndpointOf(index)) ||
      sources.tagsOf(index).some(inTag) ||
      (index === foreign && sources.thirdPartyIdOf(index).toLowerCase() === term)
  })

  const matches = (index: number): boolean => {
    const left = terms.filter((_, at) => !shownBy[at]?.(index))
    return left.length === 0 || saidIn(index, left)
  }

  return { matches, conversationsRead: () => read }
}
