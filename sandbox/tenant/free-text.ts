import { conversation, topicsSaying } from '../speech/conversation'
import type { Message } from './messages'
import type { RecordingFacts } from './recording-facts'
import { idOf } from './recording-row'

/** The words of a text as they are compared: lower case, no punctuation. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '')
}

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
    const topics = topicsSaying(words)
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
    const missing = new Set(words)
    for (const utterance of conversation(spec)) {
      for (const word of wordsOf(utterance.text)) missing.delete(word)
      if (missing.size === 0) return true
    }
    return false
  }

  const matches = (index: number): boolean => {
    const shown = [
      ...sources.tagsOf(index),
      ...[facts.internalEndpointOf(index), facts.otherEndpointOf(index)].flatMap((endpoint) => [
        endpoint.value,
        endpoint.person?.displayName ?? '',
      ]),
    ]
      .join('\n')
      .toLowerCase()
    const id = String(idOf(index))
    const left = terms.filter(
      (term) =>
        !shown.includes(term) &&
        term !== id &&
        term !== sources.thirdPartyIdOf(index).toLowerCase(),
    )
    return left.length === 0 || saidIn(index, left)
  }

  return { matches, conversationsRead: () => read }
}
