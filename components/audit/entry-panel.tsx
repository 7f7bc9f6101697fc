'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import type { AccessEvent } from '@/lib/contract/access-event'
import { exactDuration, formatDuration } from '@/lib/format/duration'
import { formatInstant, type Zone, zoneName } from '@/lib/format/instant'
import { recordingHref } from '@/lib/url/recording-url'
import { callText, entryOf, reasonText } from './audit-columns'
import { browserName } from './browser-name'
import { EntryProof } from './entry-proof'
import { actionWords, endedWords, whoWords } from './event-words'
import { heardWords } from './heard-bar'

/** Everything known of the selected access, and the proof that the ledger has it. */
export function EntryPanel({ event, zone }: { event: AccessEvent; zone: Zone }) {
  const entry = entryOf(event)
  const focusAs = focusWords(event, zone)
  const ended = endedWords(event)
  const reason = reasonText(event)
  const asked = askedWords(event.query)
  return (
    <section aria-label="The selected access" className="px-4 py-4">
      <h2 className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold text-[14px] tabular-nums">
          {entry === null ? 'Seen in Focus only' : `Entry ${entry.toLocaleString('en-GB')}`}
        </span>
        <span className="text-muted">
          {whoWords(event)} · {actionWords(event).toLowerCase()}
        </span>
      </h2>
      {event.unexplained && (
        <p className="mt-2 rounded bg-danger-ground px-2.5 py-1.5 text-[12px] text-danger">
          The service user did this, and no entry of the ledger explains it: somebody used the key
          outside this console.
        </p>
      )}
      <dl className="mt-3 grid grid-cols-[6.5rem_1fr] gap-x-3 gap-y-2">
        <Fact name="When">
          {formatInstant(event.timeUtc, zone)} {zoneName(zone, event.timeUtc)}
        </Fact>
        {event.recordingId !== null && (
          <Fact name="Recording">
            <Link
              href={recordingHref(event.recordingId)}
              className="text-accent underline-offset-2 hover:underline"
            >
              {event.recordingId}
            </Link>
            {event.call?.durationMs ? ` · ${formatDuration(event.call.durationMs)}` : ''}
            {event.call !== null && event.call.parties.length > 0 && (
              <span className="block text-muted">{callText(event)}</span>
            )}
          </Fact>
        )}
        {event.action === 'play' && event.entries.length > 0 && (
          <Fact name="Heard">
            {event.heard.length === 0
              ? 'nothing'
              : `${heardWords(event.heard)} · ${exactDuration(event.heardMs)}`}
          </Fact>
        )}
        {asked !== null && <Fact name="Asked for">{asked}</Fact>}
        <Fact name="Reason">{reason || 'none was given'}</Fact>
        {(event.address !== null || event.agent !== null) && (
          <Fact name="From">
            <span title={event.agent ?? undefined}>
              {[event.address, event.agent && browserName(event.agent)]
                .filter((part) => part)
                .join(' · ')}
            </span>
            {event.page !== null && <span className="block text-muted">{event.page}</span>}
          </Fact>
        )}
        {event.rule !== null && (
          <Fact name={event.decision === 'refused' ? 'Refused by' : 'Allowed by'}>
            {event.rule}
          </Fact>
        )}
        {ended !== null && <Fact name="Ended">{ended}</Fact>}
        {focusAs !== null && <Fact name="In Focus as">{focusAs}</Fact>}
      </dl>
      {event.entries.length > 0 && <EntryProof entries={event.entries} />}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words tabular-nums">{children}</dd>
    </>
  )
}

/** `svc-focus-api, 16:42:29, play`; null where Focus has no row of it. */
function focusWords(event: AccessEvent, zone: Zone): string | null {
  if (event.focus.length === 0) return null
  return event.focus
    .map(({ username, timeUtc, action }) =>
      [username, timeUtc && formatInstant(timeUtc, zone, 'time'), action]
        .filter((part) => part)
        .join(', '),
    )
    .join('; ')
}

/** What was asked for, of a search or an export; null where nothing was. */
function askedWords(query: unknown): string | null {
  if (query === null || query === undefined) return null
  const text = typeof query === 'string' ? query : JSON.stringify(query)
  return text === '{}' ? null : text.slice(0, 600)
}
