import type { Person } from '@/lib/contract/person'
import type { User } from '@/lib/contract/user'
import type { UnreadableLine } from '../model'
import { foldEmail } from '../normal/email'
import { foldReference } from '../normal/reference'
import { readEmails } from '../read/emails'
import { addressesOf } from './user-addresses'

/**
 * Identities that stand in lines no row could be made of: HR does know who has one of them, only not what it says of them. Short
 * texts and plain numbers of few digits may be anything, and are none.
 */
export type Mentions = {
  references: ReadonlySet<string>
  emails: ReadonlySet<string>
  numbers: ReadonlySet<string>
}

const SHORTEST = 3

export function readMentions(
  unreadable: readonly UnreadableLine[],
  readPhone: (text: string) => string | null,
): Mentions {
  const references = new Set<string>()
  const emails = new Set<string>()
  const numbers = new Set<string>()
  for (const { cells } of unreadable)
    for (const cell of cells) {
      if (cell.length < SHORTEST || cell.length > 200) continue
      for (const email of readEmails(cell)) emails.add(foldEmail(email))
      if (/\d/.test(cell) && cell.length < 40) {
        references.add(foldReference(cell))
        const digits = readPhone(cell)
        if (digits !== null) numbers.add(digits)
      }
    }
  return { references, emails, numbers }
}

export function mentionsPerson(mentions: Mentions, person: Person): boolean {
  const { references, emails, numbers } = mentions
  if (references.size + emails.size + numbers.size === 0) return false
  if (person.externalRef !== null && references.has(foldReference(person.externalRef))) return true
  if (person.email !== null && emails.has(foldEmail(person.email))) return true
  return person.endpoints.some(({ value }) => value !== null && numbers.has(value))
}

export function mentionsUser(mentions: Mentions, user: User): boolean {
  return addressesOf(user).some((email) => mentions.emails.has(email))
}
