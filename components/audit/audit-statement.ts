import type { GatherProgress } from '@/lib/contract/access-event'
import type { ExportGrant } from '@/lib/contract/export'
import type { Dismissal } from '@/lib/contract/finding'
import type { LedgerState } from '@/lib/contract/ledger'
import type { Finding } from '@/lib/findings/judge'
import { formatInstant, type Zone } from '@/lib/format/instant'
import type { WayIn } from '@/lib/url/audit-text'
import type { TimeSpan } from '@/lib/url/audit-url'
import type { EventCounts } from './event-list'
import type { Gathering } from './gather-run'
import { countWords, readWords } from './gather-words'

/** What an audit was asked and how far it got: everything that a file of it must say of itself. */
export type AuditReport = {
  question: {
    by: WayIn
    /** The filters in words; empty for none. */
    words: string
    /** The time range as the page names it. */
    range: string
    /** Its ends, instants. */
    from: string | null
    to: string | null
    span: TimeSpan | null
    /** The finding whose rows alone are in it. */
    findingOnly: string | null
  }
  progress: GatherProgress | null
  focusAsked: boolean
  ended: Gathering['state']
  ledger: LedgerState | null
  findings: readonly Finding[]
  dismissed: readonly { finding: Finding; dismissal: Dismissal }[]
}

/** What is said once the ledger has the export. */
export type Granted = { grant: ExportGrant; zone: Zone; zoneWords: string }

/** The filter as the ledger keeps it: what was asked, in words, with the time range. */
export function filterWords(report: AuditReport, zone: Zone): string {
  return [askedWords(report), timeWords(report, zone), ...narrowedWords(report, zone)].join(' · ')
}

/** Everything a file says of itself, as names and values, in the order of reading. */
export function statementOf(
  report: AuditReport,
  counts: EventCounts,
  { grant, zone, zoneWords }: Granted,
): [name: string, value: string][] {
  const narrowed = narrowedWords(report, zone)
  return [
    ['Asked', askedWords(report)],
    ['Time of access', timeWords(report, zone)],
    ...(narrowed.length === 0 ? [] : [['Narrowed to', narrowed.join('; ')] as [string, string]]), // a pair, as the others
    ['In it', countWords(counts)],
    ['Read', readingWords(report)],
    [
      'Exported by',
      `${grant.actor}, ${formatInstant(grant.timeUtc, zone)}, entry ${grant.entry.toLocaleString('en-GB')} of the ledger`,
    ],
    ['Times in', zoneWords],
    ['Rests on', checkpointWords(grant, zone)],
    ['Ledger', ledgerWords(report.ledger, zone)],
  ]
}

function askedWords({ question }: AuditReport): string {
  return question.words === '' ? 'every access' : question.words
}

function timeWords({ question }: AuditReport, zone: Zone): string {
  const { range, from, to } = question
  if (from === null && to === null) return 'at any time'
  const start = from === null ? 'the beginning' : formatInstant(from, zone)
  const end = to === null ? 'the moment of asking' : formatInstant(to, zone)
  return `${range}: ${start} to ${end}`
}

function narrowedWords({ question }: AuditReport, zone: Zone): string[] {
  const { span, findingOnly } = question
  return [
    ...(span === null
      ? []
      : [`${formatInstant(span.from, zone)} to ${formatInstant(span.to, zone)}`]),
    ...(findingOnly === null ? [] : [`the rows of one finding: ${findingOnly}`]),
  ]
}

/** How much was read, and plainly what is missing. */
function readingWords({ progress, focusAsked, ended }: AuditReport): string {
  const read =
    progress === null ? 'nothing is known of what was read' : readWords(progress, focusAsked, true)
  if (ended === 'cancelled') return `${read}; the reading was cancelled, so there may be more`
  if (ended === 'failed') return `${read}; the reading broke off, so there may be more`
  return read
}

function checkpointWords({ checkpoint }: ExportGrant, zone: Zone): string {
  if (checkpoint === null) return 'no signed checkpoint yet'
  const size = checkpoint.size.toLocaleString('en-GB')
  return `the signed checkpoint of ${size} entries of ${formatInstant(checkpoint.timeUtc, zone)}, root ${checkpoint.rootHash}`
}

function ledgerWords(ledger: LedgerState | null, zone: Zone): string {
  const verified = ledger?.verified
  if (verified === null || verified === undefined) return 'not verified when this was asked'
  const at = formatInstant(verified.timeUtc, zone)
  if (!verified.sound) return `found not sound at ${at}: ${verified.words}`
  return `${verified.size.toLocaleString('en-GB')} entries verified at ${at}`
}
