import type { AccessEvent } from '@/lib/contract/access-event'

/** What kind of deed it was, as far as colour and sums tell deeds apart. */
export type Deed = 'play' | 'take' | 'read' | 'other'

const WORDS: Record<string, { past: string; bare: string; deed: Deed }> = {
  'sign-in': { past: 'Signed in', bare: 'sign in', deed: 'other' },
  'sign-out': { past: 'Signed out', bare: 'sign out', deed: 'other' },
  search: { past: 'Searched', bare: 'search', deed: 'other' },
  'people-search': { past: 'Looked for people', bare: 'look for people', deed: 'other' },
  view: { past: 'Viewed', bare: 'view', deed: 'read' },
  'transcript-read': { past: 'Read transcript', bare: 'read the transcript', deed: 'read' },
  'sms-read': { past: 'Read message', bare: 'read the message', deed: 'read' },
  'comments-read': { past: 'Read comments', bare: 'read the comments', deed: 'read' },
  play: { past: 'Played', bare: 'play', deed: 'play' },
  download: { past: 'Downloaded', bare: 'download', deed: 'take' },
  export: { past: 'Exported', bare: 'export', deed: 'take' },
  'evidence-export': { past: 'Packed as evidence', bare: 'pack as evidence', deed: 'take' },
  'audit-read': { past: 'Read the audit', bare: 'read the audit', deed: 'other' },
  reveal: { past: 'Revealed names', bare: 'reveal names', deed: 'read' },
  'finding-dismiss': { past: 'Dismissed a finding', bare: 'dismiss a finding', deed: 'other' },
  'retention-read': { past: 'Read retention', bare: 'read retention', deed: 'other' },
  'ledger-read': { past: 'Read the ledger', bare: 'read the ledger', deed: 'other' },
  'ledger-export': { past: 'Exported the ledger', bare: 'export the ledger', deed: 'other' },
  'ledger-verify': { past: 'Verified the ledger', bare: 'verify the ledger', deed: 'other' },
  'account-change': { past: 'Changed an account', bare: 'change an account', deed: 'other' },
  'configuration-change': { past: 'Changed the settings', bare: 'change settings', deed: 'other' },
  // What Focus's own users do, and this console never.
  comment: { past: 'Commented', bare: 'comment', deed: 'other' },
  tag: { past: 'Tagged', bare: 'tag', deed: 'other' },
  'retention-change': { past: 'Changed retention', bare: 'change retention', deed: 'other' },
  erasure: { past: 'Erased personal data', bare: 'erase personal data', deed: 'other' },
  'ledger-start': { past: 'The ledger began', bare: 'begin', deed: 'other' },
  'ledger-stop': { past: 'The ledger stopped', bare: 'stop', deed: 'other' },
}

function wordsOf(action: string) {
  return Object.hasOwn(WORDS, action) ? WORDS[action] : undefined
}

/** What was done, in a word or two; what Focus alone knows of as Focus words it. */
export function actionWords(event: Pick<AccessEvent, 'action' | 'decision'>): string {
  const words = wordsOf(event.action)
  if (event.decision === 'refused') return `Refused: ${words?.bare ?? event.action}`
  return words?.past ?? event.action
}

/** An action by itself, for filters: `play`. */
export function actionName(action: string): string {
  return wordsOf(action)?.past ?? action
}

export function deedOf(event: Pick<AccessEvent, 'action'>): Deed {
  return wordsOf(event.action)?.deed ?? 'other'
}

/** Whether it needs a look whatever the rules of findings say: it was refused, or nobody can be named for it. */
export function isAlarming(event: Pick<AccessEvent, 'decision' | 'unexplained'>): boolean {
  return event.decision === 'refused' || event.unexplained
}

/** What it takes to name who did something. */
export type Doer = Pick<AccessEvent, 'who' | 'unexplained' | 'seenIn' | 'decision'>

/** Stands for one accessor, for lanes and sums; no two kinds share one. */
export function accessorKey(event: Doer): string {
  const { who } = event
  if (who.kind === 'person') return `p ${who.key}`
  return who.kind === 'focus-user' ? `u ${who.username}` : `n ${accessorName(event)}`
}

/** Who it was, in a few words. */
export function accessorName({ who, unexplained, seenIn, decision }: Doer): string {
  if (who.kind === 'person') return who.name
  if (who.kind === 'focus-user') return who.username
  if (unexplained) return 'No person found'
  // What the service user did before there was a ledger; a row of Focus without a name; a refusal before sign-in.
  if (seenIn === 'focus')
    return who.username === null ? 'Not named by Focus' : 'Before the ledger began'
  return decision === 'refused' ? 'Nobody signed in' : 'The console itself'
}

/** The same with the way they took, where Focus has the service user's name for it. */
export function whoWords(event: Doer & Pick<AccessEvent, 'throughServiceUser'>): string {
  const name = accessorName(event)
  const through = event.throughServiceUser && event.who.kind === 'person'
  return through ? `${name}, through the service user` : name
}

/** The name where there is little room: a user of Focus without the firm's own domain. */
export function shortName(event: Doer): string {
  return accessorName(event).replace(/(?<=^[^@]+)@.*$/, '')
}

/** Where it is known from. */
export function seenWords(seenIn: AccessEvent['seenIn']): string {
  if (seenIn === 'both') return 'ledger + Focus'
  return seenIn === 'ledger' ? 'ledger' : 'Focus only'
}

const ENDED: Record<NonNullable<AccessEvent['ended']>, string> = {
  complete: 'to its end',
  aborted: 'broken off by the reader',
  failed: 'failed',
  open: 'still going on',
  unknown: 'not known: the server stopped before it was written',
}

/** How it ended; null where that says nothing. */
export function endedWords(event: Pick<AccessEvent, 'ended'>): string | null {
  return event.ended === null ? null : ENDED[event.ended]
}

/** `1,204 accesses`, `1 access`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}
