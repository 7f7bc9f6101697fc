import type { User } from '@/lib/contract/user'
import { daysWords } from '@/lib/format/days'
import { roughDuration } from '@/lib/format/duration'
import { formatInstant, type Zone } from '@/lib/format/instant'

const DAY_MS = 86_400_000

/** `yes`, `no`, or `unknown` where Focus does not say. */
export function activeWord({ active }: Pick<User, 'active'>): string {
  return active === null ? 'unknown' : active ? 'yes' : 'no'
}

/** Whether a second factor is `on`, `off`, or `unknown`. */
export function factorWord({ twoFactor }: Pick<User, 'twoFactor'>): 'on' | 'off' | 'unknown' {
  return twoFactor === null ? 'unknown' : twoFactor ? 'on' : 'off'
}

/** When somebody signed in last, in `zone`, and how long before `nowMs` that was; `never` where Focus has no login. */
export function loginWords(
  { lastLoginUtc }: Pick<User, 'lastLoginUtc'>,
  zone: Zone,
  nowMs: number,
): string {
  if (lastLoginUtc === null) return 'never'
  const agoMs = nowMs - Date.parse(lastLoginUtc)
  const at = formatInstant(lastLoginUtc, zone)
  // Clocks differ: a login that is yet to come is not said to be so long ago.
  if (Number.isNaN(agoMs) || agoMs < 0) return at
  const days = Math.floor(agoMs / DAY_MS)
  return `${at} · ${days < 2 ? roughDuration(agoMs) : daysWords(days)} ago`
}

/** What several people have, in counts: `6 of 7 yes`, and what else there is: `5 of 7 on, 1 off, 1 unknown`. */
export function countsOf(words: readonly string[], first: string): string {
  const counts = new Map([[first, 0]])
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .map(([word, count], at) =>
      at === 0 ? `${count} of ${words.length} ${word}` : `${count} ${word}`,
    )
    .join(', ')
}
