import type { User } from '@/lib/contract/user'
import { foldEmail } from '../normal/email'

/** The addresses a user may be found by: their own, and a username that is one. */
export function addressesOf(user: User): string[] {
  const texts = [user.email, user.username].filter((text) => text?.includes('@') === true)
  return [...new Set(texts.map((text) => foldEmail(text ?? '')))]
}
