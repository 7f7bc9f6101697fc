import type { Topic } from './topic'
import { ACCOUNT_TOPICS } from './topics/account-topics'
import { BROKERAGE_TOPICS } from './topics/brokerage-topics'
import { INSURANCE_TOPICS } from './topics/insurance-topics'

/** Every subject a sandbox call can have; `CallSpec.topic` is an index into it. */
export const TOPICS: readonly Topic[] = [
  ...INSURANCE_TOPICS,
  ...BROKERAGE_TOPICS,
  ...ACCOUNT_TOPICS,
]

/** The topic of that index, taken round the end so that any whole number has one. */
export function topicOf(index: number): Topic {
  const topic = TOPICS[((index % TOPICS.length) + TOPICS.length) % TOPICS.length]
  if (!topic) throw new RangeError(`No topic ${index}`)
  return topic
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []

const OWN_WORDS = TOPICS.map((topic) => new Set(topic.lines.slice(0, 2).flatMap(wordsOf)))

/**
 * The topics whose calls all say every one of `words` (whole words, any case): found in the two lines
 * with which each call of a topic opens, so that even a call of 20 seconds keeps the promise. Topics
 * that say them only later, in calls long enough, are not given: `callSays` finds out for one call.
 */
export function topicsSaying(words: readonly string[]): Set<number> {
  const wanted = words.flatMap(wordsOf)
  const found = new Set<number>()
  if (wanted.length === 0) return found
  for (const [index, own] of OWN_WORDS.entries())
    if (wanted.every((word) => own.has(word))) found.add(index)
  return found
}
