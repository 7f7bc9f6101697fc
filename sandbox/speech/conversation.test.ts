import { describe, expect, it } from 'vitest'
import type { CallSpec } from './call-spec'
import { callSays, conversation } from './conversation'
import { SENTENCES } from './sentences'
import { SAME_PARTY_GAP_MS } from './timeline'
import { TOPICS, topicsSaying } from './topics'

const SPEC: CallSpec = {
  seed: 7,
  index: 41,
  topic: 2,
  durationMs: 360_000,
  agentName: 'Priya Shah',
  customerName: 'Tom Ellery',
}
const LENGTHS = [20_000, 31_000, 60_000, 95_500, 360_000, 3_600_000]

describe('conversation', () => {
  it('follows from the spec alone', () => {
    expect(conversation({ ...SPEC })).toEqual(conversation(SPEC))
    const other = conversation({ ...SPEC, index: 42 })
    expect(other.map((line) => line.startMs)).not.toEqual(
      conversation(SPEC).map((line) => line.startMs),
    )
  })

  it('keeps order and ends within the call, whatever its length and topic', () => {
    const wrong: unknown[] = []
    for (const durationMs of LENGTHS)
      for (const topic of TOPICS.keys()) {
        const lines = conversation({ ...SPEC, topic, durationMs })
        const free = [0, 0]
        for (const [index, line] of lines.entries()) {
          const earliest = Math.max(lines[index - 1]?.startMs ?? 0, free[line.party] ?? 0)
          if (line.startMs < earliest || line.endMs >= durationMs) wrong.push([topic, line])
          free[line.party] = line.endMs + SAME_PARTY_GAP_MS
        }
      }
    expect(wrong).toEqual([])
  })

  it('says its subject and goodbye even in 20 seconds', () => {
    for (const [topic, { lines }] of TOPICS.entries()) {
      const said = conversation({ ...SPEC, topic, durationMs: 20_000 }).map((line) => line.text)
      expect(said).toContain(lines[0])
      expect(said).toContain(lines[1])
      expect(said.at(-1)).toBe('Goodbye.')
    }
  })

  it('fills its time, with pauses, holds and people talking over each other', () => {
    const lines = conversation({ ...SPEC, durationMs: 3_600_000 })
    const gaps = lines.slice(1).map((line, index) => line.startMs - (lines[index]?.endMs ?? 0))
    expect(lines.at(-1)?.endMs).toBeGreaterThan(3_590_000)
    expect(gaps.filter((gap) => gap >= 5_000).length).toBeGreaterThan(20)
    expect(gaps.filter((gap) => gap < 0).length).toBeGreaterThan(50)
    expect(gaps.filter((gap) => gap > 150 && gap < 2_100).length).toBeGreaterThan(gaps.length / 2)
    expect(Math.max(...gaps)).toBeLessThan(21_000)
    expect(new Set(lines.map((line) => line.party))).toEqual(new Set([0, 1]))
  })

  it('times every word inside its line, in order', () => {
    for (const line of conversation(SPEC)) {
      expect(line.words.map((word) => word.text).join(' ')).toBe(line.text)
      let before = line.startMs
      for (const word of line.words) {
        expect(word.startMs).toBeGreaterThanOrEqual(before)
        expect(word.endMs).toBeGreaterThanOrEqual(word.startMs)
        expect(word.confidence).toBeGreaterThan(0.4)
        before = word.endMs
      }
      expect(before).toBeLessThanOrEqual(line.endMs)
    }
  })

  it('greets by name only when the name is one that can be spoken', () => {
    expect(conversation(SPEC)[0]?.text).toBe('Hallam and Pryce, Priya speaking. How can I help?')
    expect(conversation({ ...SPEC, agentName: 'Xan Lee' })[0]?.text).not.toContain('Xan')
  })

  it('says little enough that all of it can be made once', () => {
    expect(TOPICS.length).toBeGreaterThanOrEqual(24)
    expect(SENTENCES.size).toBeLessThanOrEqual(260)
  })
})

describe('topicsSaying', () => {
  it('gives topics whose calls all say the words', () => {
    const found = topicsSaying(['Renewal', 'letter'])
    expect(found.size).toBeGreaterThan(0)
    expect(found.size).toBeLessThan(TOPICS.length)
    for (const topic of found)
      for (const durationMs of LENGTHS)
        expect(callSays({ ...SPEC, topic, durationMs }, ['renewal', 'letter'])).toBe(true)
  })

  it('gives none for what nobody says, for part of a word, and for no words', () => {
    expect(topicsSaying(['aardvark']).size).toBe(0)
    expect(topicsSaying(['renewa']).size).toBe(0)
    expect(topicsSaying([]).size).toBe(0)
  })
})
