import type { MoveEffect } from '@/lib/contract/retention'
import { recordingsWords } from './period-words'

export type MoveSentence = { tone: 'danger' | 'plain'; text: string }

/** What an imagined move does, in sentences, the gravest first; a part with nothing in it is left out. */
export function moveSentences(effect: MoveEffect, toGroup: string): MoveSentence[] {
  if (effect.recordings === 0)
    return [
      {
        tone: 'plain',
        text: `Nothing would move: none of these recordings would come to ${toGroup}.`,
      },
    ]
  const sentences: (MoveSentence & { count: number })[] = [
    {
      tone: 'danger',
      count: effect.atOnce,
      text: `${recordingsWords(effect.atOnce)} would be deleted at once.`,
    },
    {
      tone: 'plain',
      count: effect.earlier,
      text: `${recordingsWords(effect.earlier)} would be deleted earlier than now.`,
    },
    {
      tone: 'plain',
      count: effect.later,
      text: `${recordingsWords(effect.later)} would be kept longer than now.`,
    },
    {
      tone: 'plain',
      count: effect.held,
      text: `${recordingsWords(effect.held)} on hold would stay until the hold is lifted.`,
    },
    {
      tone: 'plain',
      count: effect.alreadyPast,
      text: `For ${recordingsWords(effect.alreadyPast)} the day has come already; a move may be too late.`,
    },
    {
      tone: 'plain',
      count: effect.same,
      text: `For ${recordingsWords(effect.same)} nothing would change.`,
    },
    {
      tone: 'plain',
      count: effect.unknown,
      text: `For ${recordingsWords(effect.unknown)} the day cannot be told.`,
    },
  ]
  return sentences.filter(({ count }) => count > 0).map(({ tone, text }) => ({ tone, text }))
}
