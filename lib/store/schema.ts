import type { Generated } from 'kysely'

/** A person who signs in with an e-mail address and a password kept here. */
export type AccountRow = {
  id: string
  /** Lower case, trimmed. */
  email: string
  name: string
  /** JSON array of roles. */
  roles: string
  passwordHash: string
  /** Raised with each new password: sessions begun before it end. */
  version: Generated<number>
  createdUtc: string
}

/** A session that was signed out; its cookie is refused even if somebody kept a copy. */
export type EndedSessionRow = { sessionId: string; endedMs: number }

/** Every table of the product's own database. */
export type Schema = { account: AccountRow; endedSession: EndedSessionRow }
