import { expect, it } from 'vitest'
import { sentenceTiming } from './durations'
import measured from './durations.json'
import { speak } from './flite'
import { VOICES } from './recipe'
import { SENTENCES } from './sentences'
import { throughTelephone } from './telephone'
import { timingOf } from './timing-of'

const ALL = [...SENTENCES.values()]
const SAMPLE = ALL.filter((_, index) => index % 29 === 0)

it('knows the length of every line, and of no other', () => {
  expect(Object.keys(measured).sort()).toEqual([...SENTENCES.keys()].sort())
  for (const { key, text } of ALL) {
    const { durationMs, words } = sentenceTiming(key)
    expect(words.map((word) => word.text)).toEqual(text.split(' '))
    expect(words.at(-1)?.endMs).toBeLessThanOrEqual(durationMs)
    expect(durationMs).toBeLessThan(6_000)
  }
})

it.each(SAMPLE)('speaks "$text" in the time that is stated', ({ key, party, text }) => {
  const stated: Record<string, number[]> = measured
  expect(timingOf(VOICES[party], text)).toEqual(stated[key])
  const audio = throughTelephone(speak(VOICES[party], text))
  expect(audio.length / 8).toBe(sentenceTiming(key).durationMs)
})
