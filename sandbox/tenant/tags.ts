import { TOPICS } from '../speech/conversation'
import { type Draw, PURPOSE } from './draw'
import { tagOfNamed } from './named-recordings'
import type { RecordingFacts } from './recording-facts'

const CATEGORY = 'callCategory.categoryNames.'
const EXTRA_TAGS = [
  `${CATEGORY}Sales`,
  `${CATEGORY}Complaint`,
  `${CATEGORY}Renewal`,
  `${CATEGORY}Vulnerable customer`,
  'review.outcome.Coaching',
  'review.outcome.Passed',
  'risk.level.High',
  'mood.overall.Unhappy',
]

/** The tags of a recording, whole dotted paths, in the order they were given. */
export function makeTags(facts: RecordingFacts, draw: Draw) {
  const ofTopic = TOPICS.map((topic) =>
    topic.tag.includes('.') ? topic.tag : CATEGORY + topic.tag,
  )
  return (index: number): string[] => {
    const tags: string[] = []
    const named = facts.namedAt(index)
    if (named) tags.push(tagOfNamed(named))
    const topic = ofTopic[facts.topicOf(index)]
    if (topic && facts.isSpoken(index) && draw.below(index, PURPOSE.tags, 4) !== 0) tags.push(topic)
    const lot = draw.below(index, PURPOSE.extraTag, EXTRA_TAGS.length * 3)
    const extra = EXTRA_TAGS[lot]
    if (extra && extra !== topic) tags.push(extra)
    return tags
  }
}
