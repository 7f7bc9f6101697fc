'use client'

import { clsx } from 'clsx'
import { X } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { IconButton } from '@/components/ui/icon-button'
import { usePreferences } from '@/components/ui/preferences'
import { formatInstant } from '@/lib/format/instant'
import type { Aside } from '@/lib/reconcile/asides'
import { matchWords } from '@/lib/reconcile/match-words'
import type { Mismatch } from '@/lib/reconcile/model'
import { endpointsHref } from '@/lib/url/endpoints-url'
import { personHref } from '@/lib/url/people-url'
import { recordingsHref } from '@/lib/url/recordings-url'
import { formatToken } from '@/lib/url/tokens'
import { usersHref } from '@/lib/url/users-url'
import { KIND_WORDS } from './kind-words'

/** More than these of one mismatch are named by their ids alone. */
const MOST_OPENED = 10

type EvidencePanelProps = {
  mismatch: Mismatch
  aside: Aside | null
  /** Whether recordings may be opened from here. */
  mayOpen: boolean
  onClose: () => void
  onSetAside: () => void
  onTakeBack: () => void
}

/** One mismatch: what is wrong, both sides beside each other, why they were joined, what to do. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { mismatch, aside, mayOpen, onClose, onSetAside, onTakeBack } = props
  const { kind, title, sentence, suggestedAction, evidence, matchedBy, personIds } = mismatch
  const { endpointIds, userIds } = mismatch
  const { zone } = usePreferences()
  return (
    <div className="flex flex-col gap-4 p-4">
      <div className="flex items-start gap-2">
        <div className="min-w-0 grow [overflow-wrap:anywhere]">
          <h2 className="font-semibold text-[15px]">{title}</h2>
          <p className="text-muted">{KIND_WORDS[kind]}</p>
        </div>
        <IconButton
          label="Close the evidence"
          icon={<X size={15} aria-hidden />}
          size="sm"
          shortcut="Escape"
          onClick={onClose}
        />
      </div>
      <p className="leading-relaxed">{sentence}</p>
      {evidence.length > 0 && (
        <table className="w-full table-fixed [overflow-wrap:anywhere]">
          <thead>
            <tr className="text-left text-[12px] text-muted">
              <th scope="col" className="w-24 border-line border-b py-1 font-normal">
                <span className="sr-only">What</span>
              </th>
              <th scope="col" className="border-line border-b py-1 font-normal">
                HR
              </th>
              <th scope="col" className="border-line border-b py-1 font-normal">
                Focus
              </th>
            </tr>
          </thead>
          <tbody>
            {evidence.map(({ label, hr, focus, differs }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one mismatch do not move; labels may be the same
              <tr key={at} className="border-line border-b align-top">
                <th scope="row" className="py-1.5 pr-2 text-left font-normal text-muted">
                  {label}
                </th>
                <td className="py-1.5 pr-2">{hr ?? '—'}</td>
                <td className={clsx('py-1.5 pr-1 pl-1.5', differs && 'bg-mark')}>
                  {focus ?? '—'}
                  {differs && <span className="sr-only"> (differs)</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {matchedBy.length > 0 && <p className="text-muted">{matchWords(matchedBy)}</p>}
      <div>
        <h3 className="pb-1 font-semibold">What to do</h3>
        <p className="leading-relaxed">{suggestedAction}</p>
      </div>
      {aside !== null && (
        <p className="text-muted">
          Set aside until {formatInstant(aside.untilUtc, zone, 'date')}: {aside.reason}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {mayOpen && personIds.length === 1 && (
          <Link
            href={recordingsHref({ q: `person:${personIds[0]}` })}
            prefetch={false}
            className={buttonClass()}
          >
            See the recordings
          </Link>
        )}
        {personIds.slice(0, MOST_OPENED).map((personId) => (
          <Link
            key={personId}
            href={personHref(personId)}
            prefetch={false}
            className={buttonClass()}
          >
            {personIds.length === 1 ? 'Open the person' : `Open person ${personId}`}
          </Link>
        ))}
        {endpointIds.length > 0 && (
          <Link
            href={endpointsHref({ q: tokens('id', endpointIds), pane: true, row: 0 })}
            prefetch={false}
            className={buttonClass()}
          >
            {endpointIds.length === 1 ? 'Open the endpoint' : 'Open the endpoints'}
          </Link>
        )}
        {userIds.length > 0 && (
          <Link
            href={usersHref({ q: tokens('user', userIds), pane: true, row: 0 })}
            prefetch={false}
            className={buttonClass()}
          >
            {userIds.length === 1 ? 'Open the user' : 'Open the users'}
          </Link>
        )}
        {aside === null ? (
          <Button onClick={onSetAside}>Set aside…</Button>
        ) : (
          <Button onClick={onTakeBack}>Take back</Button>
        )}
      </div>
      <p className="text-[12px] text-muted">{idWords(mismatch)}</p>
    </div>
  )
}

/** A filter for each of the ids. */
function tokens(key: string, ids: readonly number[]): string {
  return ids
    .slice(0, MOST_OPENED)
    .map((id) => formatToken(key, String(id)))
    .join(' ')
}

function idWords({ hrLines, personIds, endpointIds, userIds }: Mismatch): string {
  const part = (name: string, ids: readonly number[]) =>
    ids.length === 0 ? [] : [`${name} ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? '…' : ''}`]
  return [
    ...part('line', hrLines),
    ...part('person', personIds),
    ...part('endpoint', endpointIds),
    ...part('user', userIds),
  ].join(' · ')
}
