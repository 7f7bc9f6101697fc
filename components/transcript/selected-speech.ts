import type { Utterance } from '@/lib/contract/transcript'
import { placedWords, timeOf } from './find'

/** What a person has selected in the transcript. */
export type SelectedSpeech = {
  text: string
  startMs: number
  endMs: number
  speaker: string | null
}

type Edge = { utterance: number; offset: number }

/** The speech from one place in the transcript to another. Null when nothing lies between. */
export function speechBetween(
  utterances: readonly Utterance[],
  from: Edge,
  to: Edge,
): SelectedSpeech | null {
  const first = utterances[from.utterance]
  const last = utterances[to.utterance]
  if (first === undefined || last === undefined) return null
  const texts = utterances.slice(from.utterance, to.utterance + 1).map(({ text }, index, all) => {
    const end = index === all.length - 1 ? to.offset : text.length
    return text.slice(index === 0 ? from.offset : 0, end)
  })
  const text = texts.join(' ').trim()
  if (text === '') return null
  return {
    text,
    startMs: timeOf(first, from.offset),
    endMs: endOf(last, to.offset),
    speaker: first.speaker,
  }
}

/** When the word that ends at `offset`, or has it inside, is over. */
function endOf(utterance: Utterance, offset: number): number {
  if (offset >= utterance.text.length) return utterance.endMs
  const words = placedWords(utterance)
  const word = words.findLast((candidate) => candidate.from < offset)
  if (word !== undefined) return word.endMs
  const share = offset / utterance.text.length
  return Math.round(utterance.startMs + (utterance.endMs - utterance.startMs) * share)
}
