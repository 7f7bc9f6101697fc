import { expect, test } from 'vitest'
import type { Utterance } from '@/lib/contract/transcript'
import { speechBetween } from './selected-speech'

const said = (speaker: string, startMs: number, text: string): Utterance => ({
  speaker,
  personId: null,
  channel: 0,
  startMs,
  endMs: startMs + 3_000,
  text,
  confidence: null,
  sentiment: null,
  words: text.split(' ').map((word, index) => ({
    text: word,
    startMs: startMs + index * 1_000,
    endMs: startMs + index * 1_000 + 900,
    confidence: null,
  })),
})
const utterances = [said('Dana', 0, 'one two three'), said('Ewan', 5_000, 'four five six')]
const edge = (utterance: number, offset: number) => ({ utterance, offset })

test('a selection has its words, its times and who began', () => {
  expect(speechBetween(utterances, edge(0, 4), edge(0, 7))).toEqual({
    text: 'two',
    startMs: 1_000,
    endMs: 1_900,
    speaker: 'Dana',
  })
  expect(speechBetween(utterances, edge(0, 8), edge(1, 9))).toEqual({
    text: 'three four five',
    startMs: 2_000,
    endMs: 6_900,
    speaker: 'Dana',
  })
  expect(speechBetween(utterances, edge(1, 0), edge(1, 13))?.endMs).toBe(8_000)
})

test('nothing selected is nothing', () => {
  expect(speechBetween(utterances, edge(0, 4), edge(0, 4))).toBeNull()
  expect(speechBetween(utterances, edge(0, 0), edge(9, 4))).toBeNull()
})
