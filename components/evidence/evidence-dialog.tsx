'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { MOST_RECORDINGS_PACKED } from '@/lib/contract/evidence'
import { evidenceQuery, makeEvidence } from '@/lib/query/evidence'
import { ProblemNotice } from '../problem/problem-notice'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import type { EvidenceWanted } from './evidence-button'
import { PackageRow } from './package-row'

const LEAST = 3

type EvidenceDialogProps = {
  request: EvidenceWanted
  masked: boolean
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Asks why, begins a package, and shows the reader's packages until they are fetched. */
export function EvidenceDialog({ request, masked, open, onOpenChange }: EvidenceDialogProps) {
  const form = useId()
  const client = useQueryClient()
  const [purpose, setPurpose] = useState('')
  const [caseNumber, setCaseNumber] = useState('')
  const [media, setMedia] = useState(true)
  const [tried, setTried] = useState(false)
  const { queryKey } = evidenceQuery()
  const { data: packages, error } = useQuery({ ...evidenceQuery(), enabled: open })
  const tooShort = purpose.trim().length < LEAST
  const make = useMutation({
    mutationFn: () =>
      makeEvidence({
        recordings: request.recordings,
        query: request.query.slice(0, 5000),
        reason: { purpose: purpose.trim(), caseNumber: caseNumber.trim() || null },
        media,
      }),
    onSuccess: (state) => {
      setTried(false)
      client.setQueryData(queryKey, (all) => [state, ...(all ?? [])])
      void client.invalidateQueries({ queryKey })
    },
  })
  const tooMany = request.count !== null && request.count > MOST_RECORDINGS_PACKED
  return (
    <Dialog
      title="Evidence package"
      description="A folder in one ZIP file that anybody can check without this console: recordings, what was said, who accessed them, and the proofs."
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <Button
          type="submit"
          form={form}
          variant="primary"
          disabled={make.isPending || request.count === 0}
        >
          Make the package
        </Button>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!tooShort && !make.isPending) make.mutate()
        }}
      >
        <p className="font-medium">{request.words}</p>
        {tooMany && (
          <p className="text-external">
            {`A package takes ${MOST_RECORDINGS_PACKED.toLocaleString('en-GB')} recordings at most: the first of them are packed, and the package says so.`}
          </p>
        )}
        {masked && (
          <p className="text-external">
            Names and numbers stand in a package as they are, not masked.
          </p>
        )}
        <div className="grid grid-cols-[2fr_1fr] gap-3">
          <Field
            label="Reason"
            hint="Recorded with the package, and written in it."
            error={tried && tooShort ? 'Write at least three characters.' : undefined}
          >
            <Input value={purpose} onValueChange={setPurpose} maxLength={500} />
          </Field>
          <Field label="Case number" hint="Where there is one.">
            <Input value={caseNumber} onValueChange={setCaseNumber} maxLength={100} />
          </Field>
        </div>
        <Checkbox
          label="With media: each recording counts as played in Focus’s audit"
          checked={media}
          onCheckedChange={setMedia}
        />
        {make.error !== null && <ProblemNotice error={make.error} inline />}
      </form>
      {error !== null && <ProblemNotice error={error} inline />}
      {packages !== undefined && packages.length > 0 && (
        <section aria-label="Your packages" className="mt-5">
          <h3 className="font-semibold">Your packages</h3>
          <ul className="mt-1">
            {packages.map((state) => (
              <PackageRow key={state.id} state={state} />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}
