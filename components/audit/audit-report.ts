import type { AccessEvent } from '@/lib/contract/access-event'
import { exactDuration } from '@/lib/format/duration'
import { formatInstant } from '@/lib/format/instant'
import type { ReportFonts } from '@/lib/query/report-fonts'
import { callText, entryOf, reasonText } from './audit-columns'
import { type AuditReport, type Granted, statementOf } from './audit-statement'
import { countEvents } from './event-list'
import { actionWords, isAlarming, seenWords, whoWords } from './event-words'
import { heardInAll, heardWords, NOT_TIMED } from './heard-bar'
import { INNER, type PrintCell, type PrintColumn, ReportWriter } from './report-writer'

/** A longer table is no longer read on paper; the report says so, and the other files have every row. */
export const MOST_PRINTED = 2000
const ROWS_AT_ONCE = 100
const TITLE = 'Who accessed what'

const COLUMNS: readonly PrintColumn[] = [
  { name: 'When', width: 100 },
  { name: 'Who', width: 104 },
  { name: 'What', width: 80 },
  { name: 'Whose call', width: 170 },
  { name: 'Heard', width: 110 },
  { name: 'Reason', width: 92 },
  { name: 'Seen in', width: 66 },
  { name: 'Entry', width: INNER - 722, right: true },
]

/**
 * The print-ready report, a PDF that carries its own typeface: what was asked, by whom and when, the counts with what is
 * missing, the findings, the rows, and the checkpoint it rests on. `events` in the order in which they are shown. Rejects with
 * the signal's reason when it is aborted.
 */
export async function auditReport(
  events: readonly AccessEvent[],
  report: AuditReport,
  granted: Granted,
  fonts: ReportFonts,
  signal: AbortSignal,
  onProgress: (done: number) => void,
  most = MOST_PRINTED,
): Promise<Uint8Array<ArrayBuffer>> {
  const { grant, zone, zoneWords } = granted
  const writer = await ReportWriter.open(fonts)
  writer.describe(TITLE, grant.actor, new Date(grant.timeUtc))
  writer.text(TITLE, { size: 17, bold: true })
  writer.gap(8)
  for (const [name, value] of statementOf(report, countEvents(events), granted))
    writer.fact(name, value, 96)
  writeFindings(writer, report, granted)

  const printed = events.slice(0, most)
  writer.gap(12)
  writer.need(80)
  writer.text('Accesses', { size: 12, bold: true })
  if (printed.length < events.length)
    writer.text(
      `The first ${printed.length.toLocaleString('en-GB')} of ${events.length.toLocaleString('en-GB')} rows, in the order of the screen. The export as CSV or JSON lines has every row.`,
      { ink: 'danger' },
    )
  writer.gap(4)
  if (printed.length === 0) writer.text('No access was found in what was read.', { ink: 'muted' })
  else writer.head(COLUMNS)
  for (const [at, event] of printed.entries()) {
    writer.row(COLUMNS, rowOf(event, granted))
    if (at % ROWS_AT_ONCE !== 0) continue
    signal.throwIfAborted()
    onProgress(at)
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  writer.gap(10)
  writeProof(writer, granted)
  const missing = writer.missingSigns()
  if (missing !== '')
    writer.text(
      'Signs that the typeface of this report has not are printed as boxes; the other exports have them.',
      { ink: 'muted' },
    )
  return writer.close(
    `${TITLE} · ${grant.actor} · ${formatInstant(grant.timeUtc, zone)} ${zoneWords} · entry ${grant.entry} of the ledger`,
  )
}

function writeFindings(writer: ReportWriter, report: AuditReport, { zone }: Granted): void {
  const { findings, dismissed } = report
  writer.gap(10)
  writer.need(60)
  writer.text('Findings', { size: 12, bold: true })
  writer.gap(2)
  if (findings.length === 0) writer.text('None is open in this range.', { ink: 'muted' })
  for (const finding of findings) {
    writer.need(30)
    writer.text(finding.sentence, {
      bold: true,
      ink: finding.severity === 'high' ? 'danger' : 'ink',
    })
    const proof = `proved by ${provenBy(finding.eventKeys)}`
    writer.text([finding.detail, proof].filter((part) => part !== '').join(' · '), { ink: 'muted' })
    writer.gap(4)
  }
  for (const { finding, dismissal } of dismissed) {
    writer.text(`Dismissed: ${finding.sentence}`, { ink: 'muted' })
    writer.text(
      `“${dismissal.reason}” ${dismissal.by}, ${formatInstant(dismissal.timeUtc, zone)}`,
      { ink: 'muted' },
      10,
    )
    writer.gap(4)
  }
}

const MOST_NAMED = 12

/** The rows behind a finding, as the ledger and Focus number them: `entries 7, 12 and row 3 of recording 1004417 in Focus`. */
export function provenBy(eventKeys: readonly string[]): string {
  const named = eventKeys.slice(0, MOST_NAMED)
  const entries = named.flatMap((key) => /^L(\d+)$/.exec(key)?.[1] ?? [])
  const rows = named.flatMap((key) => {
    const [, recording, row] = /^F(\d+)-(\d+)$/.exec(key) ?? []
    return recording === undefined ? [] : [`row ${row} of recording ${recording} in Focus`]
  })
  const parts = [
    ...(entries.length === 0
      ? []
      : [`${entries.length === 1 ? 'entry' : 'entries'} ${entries.join(', ')}`]),
    ...rows,
    ...(eventKeys.length > MOST_NAMED ? [`${eventKeys.length - MOST_NAMED} more`] : []),
  ]
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)]
    .filter((part) => part !== '')
    .join(' and ')
}

function rowOf(event: AccessEvent, { zone }: Granted): PrintCell[] {
  return [
    { text: formatInstant(event.timeUtc, zone) },
    { text: whoWords(event), bold: true, ink: event.unexplained ? 'danger' : 'ink' },
    { text: actionWords(event), ink: isAlarming(event) ? 'danger' : 'ink' },
    { text: callWithId(event) },
    { text: heardText(event) },
    { text: reasonText(event) },
    { text: seenWords(event.seenIn) },
    { text: entryOf(event)?.toLocaleString('en-GB') ?? '–' },
  ]
}

function heardText(event: AccessEvent): string {
  const ms = heardInAll(event)
  if (ms === null) return ''
  if (ms === 'unknown') return NOT_TIMED
  return ms === 0 ? 'nothing' : `${exactDuration(ms)}: ${heardWords(event.heard)}`
}

function callWithId(event: AccessEvent): string {
  const words = callText(event)
  if (event.recordingId === null || words.endsWith(String(event.recordingId))) return words
  return `${words} (${event.recordingId})`
}

/** The signed note as it stands, so that the paper can be held against the ledger. */
function writeProof(writer: ReportWriter, { grant }: Granted): void {
  writer.need(110)
  writer.text('The checkpoint it rests on', { size: 12, bold: true })
  writer.gap(2)
  if (grant.checkpoint === null) {
    writer.text('No checkpoint had been signed when this was exported.', { ink: 'muted' })
    return
  }
  writer.text(
    'Each access from the ledger is an entry of an append-only log. The note below, signed by this console, fixes every entry before its size; whoever holds it can check an export of the ledger against it, without this console.',
    { ink: 'muted' },
  )
  writer.gap(4)
  for (const line of grant.checkpoint.note.trimEnd().split('\n')) writer.text(line, { size: 8 })
}
