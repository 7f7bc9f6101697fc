import type { Mismatch } from '@/lib/reconcile/model'
import type { Since } from './run-memory'
import type { MismatchRow } from './worker-messages'

const WAY_WORDS = {
  'employee-number': 'number of HR',
  email: 'e-mail',
  phone: 'phone',
  name: 'name',
} as const

/** A mismatch in one line: what differs on either side, and how the two were joined. */
export function toMismatchRow(mismatch: Mismatch, at: number, since: Since | null): MismatchRow {
  const { title, evidence, matchedBy } = mismatch
  const differing = evidence.filter(({ differs }) => differs)
  const told = differing.length > 0 ? differing : evidence.slice(0, 2)
  const side = (of: 'hr' | 'focus') =>
    told
      .flatMap((line) => line[of] ?? [])
      .slice(0, 3)
      .join(' · ')
  return {
    at,
    title,
    hr: side('hr') || '—',
    focus: side('focus') || '—',
    matchedBy: [...new Set(matchedBy.map(({ by }) => WAY_WORDS[by]))].join(', ') || '—',
    since,
  }
}

/** What a search looks in, lower case. */
export function searchedText({ title, sentence, evidence }: Mismatch): string {
  const sides = evidence.flatMap(({ hr, focus }) => [hr ?? '', focus ?? ''])
  return [title, sentence, ...sides].join(' ').toLowerCase()
}
