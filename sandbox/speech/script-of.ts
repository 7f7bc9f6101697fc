import type { CallSpec } from './call-spec'
import {
  AGENT_FILLERS,
  ANYTHING_ELSE,
  CLOSINGS,
  CUSTOMER_FILLERS,
  DEALING_GREETING,
  EXCHANGES,
  HOLDS,
  NAMED_AGENTS,
  namedGreeting,
  QUESTIONS,
  RECORDED_ANSWER,
  RECORDED_NOTICE,
  SECURITY,
  SECURITY_PASSED,
  SERVICE_GREETING,
  SHORT_GREETING,
} from './common-lines'
import { SeededRandom } from './random'
import type { Party } from './sentences'
import { type Placed, Timeline } from './timeline'
import type { Topic } from './topic'
import { topicOf } from './topics'

type Line = readonly [party: Party, text: string, pauseMs: number]

const SHORT_CALL_MS = 30_000
const MINUTE_MS = 60_000
/** Room kept for the goodbyes. */
const CLOSING_MS = 5_600

/** How the firm answers. */
function greeting(spec: CallSpec, topic: Topic): string {
  if (spec.durationMs < SHORT_CALL_MS) return SHORT_GREETING
  if (topic.desk === 'dealing') return DEALING_GREETING
  const name = NAMED_AGENTS.find((known) => spec.agentName.startsWith(`${known} `))
  return name ? namedGreeting(name) : SERVICE_GREETING
}

/** Silence before an answer: mostly short, now and then a hesitation, at times an interruption. */
function pause(random: SeededRandom): number {
  const kind = random.next()
  if (kind < 0.12) return -random.between(400, 800)
  return kind < 0.85 ? random.between(150, 700) : random.between(700, 1_700)
}

/** What is said in a call and when, in order of start, ending before the call does. */
export function scriptOf(spec: CallSpec): Placed[] {
  const random = new SeededRandom(spec.seed, spec.index)
  const topic = topicOf(spec.topic)
  const timeline = new Timeline(spec.durationMs - 100)
  const brisk = spec.durationMs < SHORT_CALL_MS
  const bodyEndMs = spec.durationMs - (brisk ? 3_400 : CLOSING_MS)
  const gap = () => (brisk ? 60 : pause(random))

  const say = (lines: readonly Line[]) => timeline.say(lines, bodyEndMs)
  const turns = (first: Party, texts: readonly string[]): Line[] =>
    texts.map((text, turn) => [turn % 2 === 0 ? first : first === 0 ? 1 : 0, text, gap()])
  const [reason = '', answer = '', ...rest] = topic.lines

  timeline.say([[0, greeting(spec, topic), random.between(1, brisk ? 100 : 1_200)]])
  timeline.say([[1, reason, brisk ? 60 : random.between(250, 900)]])
  if (spec.durationMs > 2 * MINUTE_MS) say(turns(0, [RECORDED_NOTICE, RECORDED_ANSWER]))
  timeline.say([[0, answer, gap()]], spec.durationMs - 1_000)
  if (spec.durationMs > 1.5 * MINUTE_MS && topic.desk === 'service') {
    for (const pair of SECURITY.slice(0, 2 + Math.floor(random.next() * 3))) say(turns(0, pair))
    say([[0, SECURITY_PASSED, gap()]])
  }
  for (let turn = 0; turn + 1 < rest.length; turn += 2) say(turns(1, rest.slice(turn, turn + 2)))

  fill(timeline, bodyEndMs, random, topic, turns)

  if (!brisk) say(turns(0, ANYTHING_ELSE))
  const [agentBye, customerBye] = brisk ? CLOSINGS[1] : random.pick(CLOSINGS)
  timeline.say([
    [0, agentBye, brisk ? 60 : random.between(200, 600)],
    [1, customerBye, 100],
  ])
  return timeline.placed.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
}

/** Goes on talking about the matter until the time for goodbyes. */
function fill(
  timeline: Timeline,
  bodyEndMs: number,
  random: SeededRandom,
  topic: Topic,
  turns: (first: Party, texts: readonly string[]) => Line[],
): void {
  const recent: string[] = []
  const fresh = (lines: readonly string[]) => !recent.includes(lines[0] ?? '')
  let misses = 0
  const untilMs = bodyEndMs - 5_000
  while (timeline.endMs < untilMs && misses < 12) {
    const kind = random.next()
    let said: boolean
    if (kind < 0.14) {
      const [ask, leave, back, still] = random.pick(HOLDS)
      const silence = random.between(5_000, 20_000)
      const hold: Line[] = [...turns(0, [ask, leave]), [0, back, silence], ...turns(1, [still])]
      said = timeline.say(hold, untilMs)
    } else {
      // The matter itself is not opened twice; what follows from it comes back in long calls.
      const asking = kind < 0.6
      const own = [topic.lines.slice(2, 4), topic.lines.slice(4, 6)]
      const all: readonly (readonly string[])[] = kind < 0.3 ? own : asking ? QUESTIONS : EXCHANGES
      const options = all.filter(fresh)
      const exchange = options.length > 0 ? random.pick(options) : random.pick(EXCHANGES)
      said = timeline.say(turns(options.length > 0 && asking ? 1 : 0, exchange), untilMs)
      if (said) recent.push(exchange[0] ?? '')
      if (recent.length > 14) recent.shift()
    }
    misses = said ? 0 : misses + 1
    if (!said) continue
    const last = timeline.placed.at(-1)
    if (last && random.chance(0.35)) {
      const listener: Party = last.sentence.party === 0 ? 1 : 0
      timeline.sayOver(listener, random.pick(listener ? CUSTOMER_FILLERS : AGENT_FILLERS), random)
    }
  }
}
