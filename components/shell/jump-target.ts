/** What text in the palette may name: a recording by its interaction id, or by the id of the source platform. */
export type JumpTarget = { recordingId: number | null; thirdPartyId: string | null }

const LEAST_THIRD_PARTY_LENGTH = 4

/**
 * Reads pasted text as an id. Digits are an interaction id first, but may be a third-party id as well; a third-party id is one
 * word with a digit in it, for no platform names a call by a word of plain letters.
 */
export function jumpTarget(text: string): JumpTarget {
  const trimmed = text.trim().replace(/^#/, '')
  const numeric = /^[1-9]\d{0,15}$/.test(trimmed) ? Number(trimmed) : null
  const recordingId = numeric !== null && Number.isSafeInteger(numeric) ? numeric : null
  const oneWord = /^\S+$/.test(trimmed) && /\d/.test(trimmed)
  const fits = trimmed.length >= LEAST_THIRD_PARTY_LENGTH && trimmed.length <= 500
  return { recordingId, thirdPartyId: oneWord && fits ? trimmed : null }
}
