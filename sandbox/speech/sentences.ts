import { createHash } from 'node:crypto'
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
import { TOPICS } from './topics'

/** 0 is the firm's own person, on the left channel; 1 the other party, on the right. */
export type Party = 0 | 1

/** One line as one party says it. `key` names it in the timings and in the voice bank. */
export type Sentence = { readonly key: string; readonly party: Party; readonly text: string }

const bank = new Map<string, Sentence>()

function add(party: Party, text: string): void {
  const key = sentenceKey(party, text)
  bank.set(key, { key, party, text })
}

const keys = new Map<string, string>()

/** The key of a line in the voice of a party. */
export function sentenceKey(party: Party, text: string): string {
  const known = keys.get(`${party}${text}`)
  if (known) return known
  const key = `${party}-${createHash('sha1').update(text).digest('hex').slice(0, 12)}`
  keys.set(`${party}${text}`, key)
  return key
}

for (const text of [
  SERVICE_GREETING,
  DEALING_GREETING,
  SHORT_GREETING,
  RECORDED_NOTICE,
  SECURITY_PASSED,
  ...AGENT_FILLERS,
  ...NAMED_AGENTS.map(namedGreeting),
])
  add(0, text)
for (const text of [RECORDED_ANSWER, ...CUSTOMER_FILLERS]) add(1, text)
for (const [agent, customer] of [...SECURITY, ...EXCHANGES, ...CLOSINGS, ANYTHING_ELSE]) {
  add(0, agent)
  add(1, customer)
}
for (const [customer, agent] of QUESTIONS) {
  add(1, customer)
  add(0, agent)
}
for (const hold of HOLDS) for (const [turn, text] of hold.entries()) add(turn % 2 ? 1 : 0, text)
for (const topic of TOPICS)
  for (const [turn, text] of topic.lines.entries()) add(turn % 2 ? 0 : 1, text)

/** Everything that can be said in any call, each line once, by key. */
export const SENTENCES: ReadonlyMap<string, Sentence> = bank

/** The line of that key; a key nobody can say is a mistake of ours. */
export function sentenceOf(key: string): Sentence {
  const sentence = bank.get(key)
  if (!sentence) throw new RangeError(`No sentence ${key}`)
  return sentence
}
