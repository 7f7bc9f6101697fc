/** Small letters without accents, words apart: `Date d’entrée`, `StartDate`, `emp_no.` → `date d entree`, `start date`, `emp no`. */
export function plainHeading(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
