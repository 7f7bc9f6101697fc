import type { LedgerAction } from '@/lib/contract/ledger'

/**
 * What Focus's audit writes down of each of our calls. The words are assumed, as all of call 7 is. A call that is
 * missing here leaves no row: what Focus makes of a read comment or a read audit is not known, and a row that it
 * might explain would hide somebody else's.
 */
export const ROWS_OF_CALL: Readonly<Record<string, readonly string[]>> = {
  getRecording: ['view'],
  getTranscript: ['view'],
  getSmsMessage: ['view'],
  openMedia: ['play', 'download'],
}

/** Every word Focus is assumed to use. One that is not here may be its word for any of our calls. */
const KNOWN_WORDS = new Set([
  'view',
  'play',
  'download',
  'comment',
  'tag',
  'export',
  'retention-change',
])

/** The calls that a deed makes of Focus: what may stand behind it where no outcome tells. */
export const CALLS_OF_DEED: Readonly<Partial<Record<LedgerAction, readonly string[]>>> = {
  view: ['getRecording'],
  'transcript-read': ['getTranscript'],
  'sms-read': ['getSmsMessage'],
  play: ['getRecording', 'openMedia'],
  download: ['getRecording', 'openMedia'],
  reveal: ['getRecording'],
  'evidence-export': ['getRecording', 'getTranscript', 'getSmsMessage', 'openMedia'],
}

/** Whether a row of Focus, by its word, can be the trace of that call of ours. */
export function canBeRowOf(call: string, action: string | null): boolean {
  const words = ROWS_OF_CALL[call]
  if (words === undefined) return false
  const word = action?.trim().toLowerCase() ?? ''
  return words.includes(word) || !KNOWN_WORDS.has(word)
}

/** Whether the word is one Focus is assumed to use. */
export const isKnownWord = (action: string | null): boolean =>
  KNOWN_WORDS.has(action?.trim().toLowerCase() ?? '')
