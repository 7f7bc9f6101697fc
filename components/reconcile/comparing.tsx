'use client'

import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import type { Reconciliation } from './reconcile-session'
import type { PartRead } from './worker-messages'

const PARTS = [
  ['people', 'People'],
  ['endpoints', 'Endpoints'],
  ['users', 'Users'],
  ['retention-groups', 'Retention groups'],
] as const

const STAGES = {
  indexing: 'Putting both sides in order',
  matching: 'Finding who is who',
  comparing: 'Looking for what differs',
} as const

/** Focus's side arriving, then the comparison going on. */
export function Comparing({ now, onCancel }: { now: Reconciliation; onCancel: () => void }) {
  const { phase, directory, progress, table } = now
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col gap-4 px-6 py-10">
      <h2 className="font-semibold text-[15px]">
        {phase === 'loading' ? 'Reading Focus’s side' : 'Comparing'}
      </h2>
      <dl className="grid grid-cols-[10rem_1fr] items-center gap-y-1.5" aria-live="off">
        <dt className="text-muted">{table?.fileName}</dt>
        <dd className="tabular-nums">{number(table?.lines ?? 0)} lines</dd>
        {PARTS.map(([part, label]) => (
          <PartLine key={part} label={label} read={directory[part]} />
        ))}
      </dl>
      {phase === 'comparing' && (
        <Progress
          label={progress === null ? 'Beginning' : STAGES[progress.stage]}
          value={progress === null ? null : progress.done}
          max={Math.max(1, progress?.total ?? 1)}
          {...(progress === null && { text: '' })}
        />
      )}
      <div>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  )
}

const number = (count: number) => count.toLocaleString('en-GB')

function PartLine({ label, read }: { label: string; read: PartRead | undefined }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="tabular-nums">
        {read === undefined ? (
          '—'
        ) : read.complete || read.total === null ? (
          number(read.read)
        ) : (
          <Progress
            label={label}
            labelHidden
            value={read.read}
            max={Math.max(1, read.read, read.total)}
            text={`${number(read.read)} of ${number(read.total)}`}
          />
        )}
      </dd>
    </>
  )
}
