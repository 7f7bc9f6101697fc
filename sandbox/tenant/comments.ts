import { type Draw, PURPOSE } from './draw'
import type { RecordingFacts } from './recording-facts'
import { instantOf } from './recording-row'
import type { Timeline } from './timeline'

const TEXTS = [
  'Clear summary at the end, good example for new starters.',
  'The disclosure was read late. Check against the script.',
  'Customer sounds distressed here: please listen to the whole.',
  'Agreed a callback but none was booked.',
  'Reference number repeated back correctly.',
  'Is this the same caller as last Tuesday?',
]
const REPLIES = [
  'Yes, confirmed.',
  'Spoken to the team, closing this.',
  'Please raise it formally.',
]
const WRITERS = [
  'hannah.lindqvist@hallam-pryce.example',
  'ingrid.halvorsen@hallam-pryce.example',
  'nadia.petrov@hallam-pryce.example',
]

/** The comments on a recording: every third answers the one before it, the rest stand on their own. */
export function makeComments(facts: RecordingFacts, timeline: Timeline, draw: Draw, nowMs: number) {
  return (index: number) => {
    const startMs = timeline.startOf(index)
    const seconds = facts.durationSecondsOf(index)
    return Array.from({ length: facts.commentCountOf(index) }, (_, at) => {
      const lot = draw.integer(index, PURPOSE.comments + 100 + at)
      const isReply = at % 3 === 2
      const writtenMs = Math.min(nowMs, startMs + 3_600_000 * (at + 2) + (lot % 3_000_000))
      return {
        commentId: 4_000_000 + index * 32 + at,
        datetimeUTC: instantOf(writtenMs),
        username: WRITERS[lot % WRITERS.length],
        text: isReply ? REPLIES[lot % REPLIES.length] : TEXTS[lot % TEXTS.length],
        ...(isReply && { parentId: 4_000_000 + index * 32 + at - 1 }),
        ...(!isReply && seconds !== null && at % 4 !== 3 && { positionMs: lot % (seconds * 1000) }),
      }
    })
  }
}
