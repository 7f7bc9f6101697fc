import { TOPICS } from '../speech/conversation'
import { SENTENCES } from '../speech/sentences'

/** The words of a text as they are compared: lower case, no punctuation. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '')
}

const LINES = TOPICS.map((topic) => new Set(topic.lines.flatMap(wordsOf)))
const TOPIC_LINES = new Set(TOPICS.flatMap((topic) => topic.lines))
const COMMON = new Set(
  [...SENTENCES.values()]
    .filter((sentence) => !TOPIC_LINES.has(sentence.text))
    .flatMap((sentence) => wordsOf(sentence.text)),
)

/** Topics whose calls could say all the words, each long enough; a call of another topic never does. */
export function topicsThatMaySay(words: readonly string[]): Set<number> {
  const topics = LINES.map((_, topic) => topic)
  return new Set(
    topics.filter((topic) =>
      words.every((word) => COMMON.has(word) || LINES[topic]?.has(word) === true),
    ),
  )
}
