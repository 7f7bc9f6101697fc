import { speak, type Voice } from './flite'
import { spokenSpan } from './telephone'

const phonesIn = new Map<string, number>()

/** How many sounds the voice makes for a word on its own. */
function countPhones(voice: Voice, word: string): number {
  const known = phonesIn.get(voice + word)
  if (known !== undefined) return known
  const count = speak(voice, word).phones.filter((phone) => phone.name !== 'pau').length
  phonesIn.set(voice + word, count)
  return count
}

/**
 * How long a line is as heard, then the start and the end of each of its words, all in whole
 * milliseconds from its start. The ends are those of the sounds as the synthesiser placed them. Where
 * a word has fewer or more sounds in the line than alone, the difference is spread over all words.
 */
export function timingOf(voice: Voice, text: string): number[] {
  const { phones } = speak(voice, text)
  const span = spokenSpan(phones)
  const sounds = phones.flatMap((phone, index) =>
    phone.name === 'pau' ? [] : [{ startMs: phones[index - 1]?.endMs ?? 0, endMs: phone.endMs }],
  )
  const counts = text.split(' ').map((word) => countPhones(voice, word))
  const scale = sounds.length / counts.reduce((sum, count) => sum + count, 0)
  const timing = [span.endMs - span.startMs]
  let said = 0
  for (const count of counts) {
    const first = sounds[Math.round(said * scale)]
    said += count
    const last = sounds[Math.max(0, Math.round(said * scale) - 1)]
    if (!first || !last) throw new Error(`No sound for a word of: ${text}`)
    timing.push(Math.round(first.startMs - span.startMs), Math.round(last.endMs - span.startMs))
  }
  return timing
}
