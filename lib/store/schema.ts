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

/** One entry of the access ledger. The database refuses to change or remove it. */
export type LedgerEntryRow = {
  sequence: number
  /** The leaf's time. */
  timeMs: number
  phase: 'intent' | 'progress' | 'outcome' | 'event'
  action: string
  /** Sequence of the intent that a progress or an outcome belongs to. */
  intent: number | null
  /** RFC 8785 canonical JSON: the bytes that are hashed. */
  leaf: string
  /** SHA-256(0x00 ‖ leaf): tells which leaf was changed, where a root could only tell that one was. */
  leafHash: Buffer
}

/** Root of a complete subtree of 2^level leaves, for every fourth level. Append-only. */
export type LedgerNodeRow = { level: number; position: number; hash: Buffer }

/** A signed tree head. Append-only. */
export type LedgerCheckpointRow = { size: number; note: string; timeMs: number }

/** Clear text of a personal field with the salt of its commitment. Goes with an erasure. */
export type LedgerPersonalRow = { sequence: number; field: string; salt: Buffer; text: string }

/** Finds the entries of an actor, a recording, a person or an address. `sequence` is the intent's or event's. */
export type LedgerLookupRow = {
  kind: 'actor' | 'recording' | 'person' | 'address'
  key: string
  sequence: number
}

/** An intent without an outcome so far, and the writer it belongs to. */
export type LedgerOpenRow = { sequence: number; writer: string }

/** A process that writes the ledger. */
export type LedgerWriterRow = {
  id: string
  /** Names the machine, its boot and its process namespace: process ids mean something within one only. */
  host: string
  pid: number
  /** Goes up while the process lives and has open intents. */
  beat: number
}

/** A finding that somebody put aside, with the reason. */
export type FindingDismissalRow = { key: string; reason: string; by: string; timeUtc: string }

/** A purpose that was given for accesses, remembered for the session. */
export type AccessReasonRow = {
  id: string
  sessionHash: string
  purpose: string
  caseNumber: string | null
  createdMs: number
}

/** A list's state under a name. Issuer and subject say whose it is. */
export type SavedViewRow = {
  id: string
  issuer: string
  subject: string
  /** The owner's name when it was saved. */
  by: string
  page: string
  name: string
  /** The query of its page's address. */
  query: string
  /** A role; null for a private one. */
  sharedWith: string | null
  updatedUtc: string
}

/** Which view a page opens with for somebody; the view may be another's, and be gone. */
export type DefaultViewRow = { issuer: string; subject: string; page: string; viewId: string }

/** A small fact worth keeping, by name. */
export type SettingRow = { name: string; value: string }

/** Every table of the product's own database. */
export type Schema = {
  account: AccountRow
  endedSession: EndedSessionRow
  ledgerEntry: LedgerEntryRow
  ledgerNode: LedgerNodeRow
  ledgerCheckpoint: LedgerCheckpointRow
  ledgerPersonal: LedgerPersonalRow
  ledgerLookup: LedgerLookupRow
  ledgerOpen: LedgerOpenRow
  ledgerWriter: LedgerWriterRow
  findingDismissal: FindingDismissalRow
  accessReason: AccessReasonRow
  savedView: SavedViewRow
  defaultView: DefaultViewRow
  setting: SettingRow
}
