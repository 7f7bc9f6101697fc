/** One piece of the search box: a word, a phone number, or `key:value`. */
export type Token = {
  /** Exactly as it stands in the text. */
  raw: string
  /** Where it stands, in UTF-16 units. */
  start: number
  end: number
  negated: boolean
  /** Lower case; null for free text. `number` for a run of pieces that reads as a phone number. */
  key: string | null
  /** Without key, sign and quotes. */
  value: string
  quoted: boolean
  /** The last quotation mark was never closed. */
  open: boolean
}

/**
 * Splits the text of the search box on white space outside quotation marks (`"`, escaped as `\"`). Pieces that follow one
 * another and read together as a phone number of seven digits or more are one token. Never fails; at most 200 tokens.
 */
export function tokenize(text: string): Token[] {
  return joinPhones(split(text).slice(0, 200), text)
}

function split(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1
      continue
    }
    const start = at
    let quote = false
    while (at < text.length && (quote || !/\s/.test(text.charAt(at)))) {
      const character = text.charAt(at)
      if (character === '\\' && quote) at += 1
      else if (character === '"') quote = !quote
      at += 1
    }
    at = Math.min(at, text.length)
    tokens.push(readToken(text.slice(start, at), start, at, quote))
  }
  return tokens
}

function readToken(raw: string, start: number, end: number, open: boolean): Token {
  const match = /^(-?)([a-z]+):(.*)$/is.exec(raw)
  const negated = raw.startsWith('-') && raw.length > 1
  const key = match?.[2]?.toLowerCase() ?? null
  const rest = match?.[3] ?? (negated ? raw.slice(1) : raw)
  return { raw, start, end, negated, key, value: unquote(rest), quoted: rest.includes('"'), open }
}

function unquote(text: string): string {
  return text.replace(/\\(["\\])|"/g, (_, escaped: string | undefined) => escaped ?? '')
}

/** A value as it must stand behind `key:`, in quotation marks where it needs them. */
export function quote(value: string): string {
  return value === '' || /[\s"\\]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value
}

/** The text of one token. */
export function formatToken(key: string, value: string, negated = false): string {
  return `${negated ? '-' : ''}${key}:${quote(value)}`
}

const PHONE_PIECE = /^[+\d().-]+$/
const DATE_PIECE = /^\d{4}-\d{2}(-\d{2})?$/

/** Seven digits or more and nothing but the signs people put between them. */
export function readsAsPhone(text: string): boolean {
  const trimmed = text.trim()
  if (!/^(\+|00)?[\d\s().-]+$/.test(trimmed) || DATE_PIECE.test(trimmed)) return false
  const digits = trimmed.replace(/\D/g, '').length
  return digits >= 7 && digits <= 17
}

function joinPhones(tokens: Token[], text: string): Token[] {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at]
    if (first === undefined) break
    let end = at
    while (isPhonePiece(tokens[end], end === at)) end += 1
    // The longest run first: `+44 7897 897897` is one number, not a code and a number.
    while (end > at && !isPhoneRun(text, first, tokens[end - 1])) end -= 1
    const last = tokens[end - 1]
    if (end > at && last !== undefined) {
      const raw = text.slice(first.start, last.end)
      const value = first.negated ? raw.slice(1) : raw
      joined.push({ ...first, raw, end: last.end, key: 'number', value })
      at = end - 1
    } else joined.push(first)
  }
  return joined
}

function isPhonePiece(token: Token | undefined, isFirst: boolean): boolean {
  if (token === undefined || token.key !== null || token.quoted) return false
  if (!isFirst && token.raw.startsWith('+')) return false
  return PHONE_PIECE.test(token.raw) && !DATE_PIECE.test(token.raw)
}

function isPhoneRun(text: string, first: Token, last: Token | undefined): boolean {
  if (last === undefined) return false
  const run = text.slice(first.start, last.end)
  return readsAsPhone(first.negated ? run.slice(1) : run)
}
