'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { EvidenceState } from '@/lib/contract/evidence'
import { formatBytes } from '@/lib/format/bytes'
import { formatInstant } from '@/lib/format/instant'
import { fromProblemBody } from '@/lib/problem/problem-json'
import { cancelEvidence, evidencePackageUrl, evidenceQuery } from '@/lib/query/evidence'
import { ProblemNotice } from '../problem/problem-notice'
import { Button } from '../ui/button'
import { buttonClass } from '../ui/button-class'
import { usePreferences } from '../ui/preferences'
import { Progress } from '../ui/progress'

/** One package: how far it is, how to fetch it, what it lacks, and how to be rid of it. */
export function PackageRow({ state }: { state: EvidenceState }) {
  const { zone } = usePreferences()
  const client = useQueryClient()
  const { queryKey } = evidenceQuery()
  const cancel = useMutation({
    mutationFn: () => cancelEvidence(state.id),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
  const { recordings, packed, missing, sizeBytes, sha256, expiresUtc } = state
  const making = state.state === 'making'
  const ready = state.state === 'ready'
  return (
    <li className="flex flex-col gap-1.5 border-line border-b py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 grow truncate font-medium" title={state.fileName}>
          {state.fileName}
        </span>
        {ready && (
          <a className={buttonClass('primary', 'sm')} href={evidencePackageUrl(state.id)} download>
            {`Fetch ${formatBytes(sizeBytes)}`}
          </a>
        )}
        <Button size="sm" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
          {making ? 'Cancel' : ready ? 'Throw away' : 'Dismiss'}
        </Button>
      </div>
      {making && (
        <Progress
          label="Packing"
          value={recordings === null ? null : packed}
          max={recordings || 1}
          text={`${packed.toLocaleString('en-GB')}${recordings === null ? '' : ` of ${recordings.toLocaleString('en-GB')}`} · ${formatBytes(sizeBytes)}`}
        />
      )}
      {ready && (
        <p className="text-[12px] text-muted tabular-nums" role="status">
          {`Ready: ${packed.toLocaleString('en-GB')} ${packed === 1 ? 'recording' : 'recordings'}, entry ${state.entry} of the ledger.`}
          {expiresUtc !== null && ` It is kept until ${formatInstant(expiresUtc, zone)}.`}
        </p>
      )}
      {sha256 !== null && (
        <p className="text-[12px] text-muted">
          SHA-256{' '}
          <span className="select-all break-all font-mono text-[11px] text-ink">{sha256}</span>
        </p>
      )}
      {missing.length > 0 && <Missing missing={missing} />}
      {state.state === 'failed' && <ProblemNotice error={fromProblemBody(state.problem)} inline />}
      {cancel.error !== null && <ProblemNotice error={cancel.error} inline />}
    </li>
  )
}

const MOST_SHOWN = 5

function Missing({ missing }: Pick<EvidenceState, 'missing'>) {
  const more = missing.length - MOST_SHOWN
  return (
    <details className="text-[12px]">
      <summary className="text-external">{`${missing.length} could not be packed`}</summary>
      <ul className="mt-1 pl-4 text-muted">
        {missing.slice(0, MOST_SHOWN).map(({ recordingId, what, why }) => (
          <li key={`${recordingId} ${what}`}>{`${recordingId}, ${what}: ${why}`}</li>
        ))}
        {more > 0 && <li>{`and ${more.toLocaleString('en-GB')} more, in missing.txt`}</li>}
      </ul>
    </details>
  )
}
