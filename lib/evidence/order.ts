import type { EvidenceRequest } from '@/lib/contract/evidence'
import type { Focus } from '@/lib/focus/focus'
import type { Actor, Deed, Entry, Ledger } from '@/lib/ledger/access-ledger'
import type { PackageFile } from './package-file'

/** Who asks for which package, and what the ledger is to say of it. */
export type Order = {
  /** The id of the request that asked for it, which the ledger's entry has too. */
  id: string
  /** The entry of the whole order; whoever makes the package concludes it. */
  entry: Entry
  request: EvidenceRequest
  actor: Actor
  /** As the session cookie has it; the ledger keeps its keyed hash. */
  sessionId: string
  origin: Deed['origin']
  /** Why, as the gate settled it. */
  purpose: NonNullable<Deed['purpose']>
  askedUtc: string
}

/** What making a package leans on; a test gives it real parts at other addresses. */
export type MakingParts = {
  focus: Focus
  ledger: Ledger
  /** Signs a text that ends in a newline with the ledger's key: the C2SP signed note. */
  sign: (text: string) => Promise<string> | string
  /** A new empty file with its share of the disk. */
  createFile: () => Promise<PackageFile>
  nowMs: () => number
  /** Waits; ends early, without a word, when the signal is aborted. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>
  log: { warn(fields: object, words: string): void }
  version: string
  tenant: string
}

/** The deed of one part of an order, for the ledger. */
export function deedOf(order: Order, object: Deed['object']): Deed {
  return {
    action: 'evidence-export',
    object,
    actor: order.actor,
    sessionId: order.sessionId,
    purpose: order.purpose,
    allowed: true,
    rule: 'permission:evidence.export',
    origin: order.origin,
    requestId: order.id,
  }
}
