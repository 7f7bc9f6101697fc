const AREAS = [
  ['44', '161'],
  ['44', '20'],
  ['1', '212'],
  ['49', '69'],
  ['33', '1'],
] as const

/** A phone number taken apart: country, area and the rest. */
function partsOf(digits: string) {
  for (const [country, area] of AREAS)
    if (digits.startsWith(country + area))
      return { country, area, rest: digits.slice(country.length + area.length) }
  return { country: digits.slice(0, 2), area: digits.slice(2, 6), rest: digits.slice(6) }
}

/** In the form that needs nothing worked out. */
export function tidyNumber(digits: string): string {
  return `+${digits}`
}

/** A number as people and spreadsheets in Britain write it, chosen by a lot. */
export function messyNumber(digits: string, lot: number): string {
  const { country, area, rest } = partsOf(digits)
  const grouped = `${rest.slice(0, 3)} ${rest.slice(3)}`
  const ways =
    country === '44'
      ? [
          `+44 (0)${area} ${grouped}`,
          `0${area} ${grouped}`,
          `0${area}-${rest.slice(0, 3)}-${rest.slice(3)}`,
          `(0${area}) ${rest}`,
          // A spreadsheet has eaten the zero before it.
          `${area}${rest}`,
          `0044${area}${rest}`,
          digits,
          scientific(digits),
          `+44 ${area} ${grouped}`,
        ]
      : [
          `+${country} ${area} ${grouped}`,
          `00${country} ${area} ${rest}`,
          country === '1' ? `+1 (${area}) ${grouped}` : `+${country} (0)${area} ${grouped}`,
          `+${digits}`,
        ]
  return ways[lot % ways.length] ?? digits
}

/** As a spreadsheet shows a number wider than its column, where no digit is lost by it. */
function scientific(digits: string): string {
  const kept = digits.replace(/0{1,3}$/, '')
  return kept.endsWith('0') ? digits : `${kept[0]}.${kept.slice(1)}E+${digits.length - 1}`
}

/** An employee number as a spreadsheet or a person writes it, chosen by a lot. */
export function messyReference(number: string, lot: number): string {
  const bare = number.replace(/^0+/, '')
  const ways = /^\d+$/.test(number)
    ? [bare, `${bare}.0`, number]
    : [number, number.toLowerCase(), number.replace('-', ' '), number.replace('-', '')]
  return ways[lot % ways.length] ?? number
}

/** An address that reaches the same mailbox, chosen by a lot. */
export function messyEmail(email: string, lot: number): string {
  const ways = [
    email,
    email.toUpperCase(),
    email.replace('@', '+hr@'),
    email.replace(/^[a-z]|\.[a-z]/g, (letter) => letter.toUpperCase()),
    ` ${email} `,
    `mailto:${email}`,
  ]
  return ways[lot % ways.length] ?? email
}
