'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { notify } from '@/components/ui/notify'
import type { Finding } from '@/lib/findings/judge'
import { dismissalsQuery, dismissFinding } from '@/lib/query/audit'

type DismissDialogProps = {
  /** Null while nothing is being dismissed. */
  finding: Finding | null
  onClose: () => void
}

/** Sets a finding aside with a reason, which stands in the ledger under the reader's name. */
export function DismissDialog({ finding, onClose }: DismissDialogProps) {
  return (
    <Dialog
      title="Dismiss this finding"
      description={finding?.sentence}
      size="sm"
      open={finding !== null}
      onOpenChange={(open) => !open && onClose()}
    >
      {finding !== null && <ReasonForm key={finding.key} finding={finding} onClose={onClose} />}
    </Dialog>
  )
}

function ReasonForm({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const short = reason.trim().length < 3
  const dismiss = useMutation({
    mutationFn: () =>
      dismissFinding({
        key: finding.key,
        reason: reason.trim(),
        sentence: finding.sentence.slice(0, 1000),
      }),
    onSuccess: (all) => {
      client.setQueryData(dismissalsQuery().queryKey, all)
      notify('Dismissed, with the reason in the ledger')
      onClose()
    },
  })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!short && !dismiss.isPending) dismiss.mutate()
      }}
    >
      <label className="flex flex-col gap-1">
        <span className="font-medium text-[12px] text-muted">Reason</span>
        <textarea
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          className="w-full rounded-md border border-line bg-panel px-2.5 py-1.5 text-[13px] hover:border-line-strong"
        />
      </label>
      <p className="text-[12px] text-muted">
        It is recorded under your name. The finding stays to be seen under “dismissed”.
      </p>
      {dismiss.error !== null && <ProblemNotice error={dismiss.error} inline />}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" disabled={short || dismiss.isPending}>
          Dismiss
        </Button>
      </div>
    </form>
  )
}
