import { describe, expect, test } from 'vitest'
import type { Utterance } from '@/lib/contract/transcript'
import { findHits, firstHitFrom, placedWords, timeOf } from './find'

const said = (text: string, startMs: number, words: [string, number][] = []): Utterance => ({
  speaker: 'Dana',
  personId: null,
  channel: 0,
  startMs,
  endMs: startMs + 1_000,
  text,
  confidence: null,
  sentiment: null,
  words: words.map(([word, at]) => ({
    text: word,
    startMs: at,
    endMs: at + 100,
    confidence: null,
  })),
})

describe('find in the transcript', () => {
  const utterances = [
    said('The rate was held. Held for twelve months.', 0),
    said('On hold, at the café in Zürich (again).', 5_000),
  ]

  test('finds every place, whatever the case and accents', () => {
    expect(findHits(utterances, 'held').map((hit) => [hit.utterance, hit.from, hit.to])).toEqual([
      [0, 13, 17],
      [0, 19, 23],
    ])
    expect(findHits(utterances, 'CAFE')).toMatchObject([{ utterance: 1, from: 16, to: 20 }])
    expect(findHits(utterances, 'zurich')).toHaveLength(1)
  })

  test('takes the text literally and white space loosely', () => {
    expect(findHits(utterances, '(again).')).toHaveLength(1)
    expect(findHits(utterances, '.*')).toHaveLength(0)
    expect(findHits([said('twelve \n months', 0)], ' twelve  months ')).toHaveLength(1)
    expect(findHits(utterances, '  ')).toEqual([])
  })

  test('offsets stay true where folding would change the length', () => {
    const text = 'İstanbul ﬁne ß held'
    const [hit] = findHits([said(text, 0)], 'held')
    expect(text.slice(hit?.from, hit?.to)).toBe('held')
  })

  test('knows when a place is spoken', () => {
    const timed = said('one two three', 1_000, [
      ['one', 1_000],
      ['two', 1_400],
      ['three', 1_700],
    ])
    expect(findHits([timed], 'three')[0]?.atMs).toBe(1_700)
    expect(findHits([timed], 'wo')[0]?.atMs).toBe(1_400)
    expect(timeOf(said('ab cd', 2_000), 3)).toBe(2_600)
  })

  test('places repeated words in order and leaves out what the text lacks', () => {
    const timed = said('no, no problem', 0, [
      ['no', 0],
      ['no', 200],
      ['uh', 300],
      ['problem', 400],
    ])
    expect(placedWords(timed).map((word) => [word.text, word.from, word.to])).toEqual([
      ['no', 0, 2],
      ['no', 4, 6],
      ['problem', 7, 14],
    ])
  })

  test('starts from where the playhead is', () => {
    const hits = findHits(utterances, 'h')
    expect(firstHitFrom(hits, 4_000)).toBe(hits.findIndex((hit) => hit.utterance === 1))
    expect(firstHitFrom(hits, 60_000)).toBe(0)
    expect(firstHitFrom([], 0)).toBe(-1)
  })
})
