/** Whether text is a pseudonym or a number or address with its middle taken out, as this console masks them. */
export function isMasked(text: string | null): boolean {
  return text !== null && (/^Person [0-9A-F]{6}$/.test(text) || text.includes('••'))
}

/** Whether any of these parties is. */
export function anyMasked(
  parties: readonly { personName: string | null; value: string | null }[],
): boolean {
  return parties.some((party) => isMasked(party.personName) || isMasked(party.value))
}
