import { formatToken, type Token, tokenize } from '@/lib/url/tokens'
import { wholeTag } from './tag-name'

/** The search box as it stands: whole filters as chips, and what is still text. */
export type QueryParts = { chips: Token[]; text: string }

/** Takes a query apart: what has a key is a chip, the words are text. */
export function splitQuery(q: string): QueryParts {
  const tokens = tokenize(q)
  const words = tokens.filter((token) => token.key === null)
  return {
    chips: tokens.filter((token) => token.key !== null),
    text: words.map((token) => token.raw).join(' '),
  }
}

/** What a draft says so far: whole filters, what stays text in the box, and what of it is searched for. */
export type DraftReading = { chips: string[]; text: string; search: string }

export function joinQuery(chips: readonly string[], text: string): string {
  return [...chips, text.trim()].filter((part) => part !== '').join(' ')
}

/**
 * What a draft says so far. Pieces with a key that are complete (white space follows, or `all`) become chips; the one still being typed
 * is held back from the search. A phone number stays text until `all`, for it may go on, but is searched for at once.
 */
export function readDraft(draft: string, seenTags: readonly string[], all: boolean): DraftReading {
  const chips: string[] = []
  let text = draft
  let search = draft
  for (const token of tokenize(draft).reverse()) {
    if (token.key === null) continue
    const typed = /^-?[a-z]+:/i.test(token.raw)
    const inHand = token.end === draft.length || token.open
    if (all || (typed && !inHand)) {
      chips.unshift(chipText(token, seenTags, typed))
      text = cut(text, token)
      search = cut(search, token)
    } else if (typed) search = cut(search, token)
  }
  return { chips, text: chips.length > 0 ? text.replace(/\s+/g, ' ').trimStart() : text, search }
}

function cut(text: string, token: Token): string {
  return `${text.slice(0, token.start)} ${text.slice(token.end)}`
}

function chipText(token: Token, seenTags: readonly string[], typed: boolean): string {
  if (!typed) return formatToken('number', token.value, token.negated)
  if (token.key === 'tag') return formatToken('tag', wholeTag(token.value, seenTags), token.negated)
  return token.open ? formatToken(token.key ?? '', token.value, token.negated) : token.raw
}
