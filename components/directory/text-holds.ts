/** Without case and accents, as texts are compared here. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

/** Whether every word of `words` stands in one of the texts, whatever its case and accents. No words are in any text. */
export function textsHold(texts: readonly (string | null)[], words: string): boolean {
  const all = plain(texts.filter((text) => text !== null).join('\n'))
  return plain(words)
    .split(/\s+/)
    .every((word) => all.includes(word))
}
