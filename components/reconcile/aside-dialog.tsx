'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'

const DAY_MS = 86_400_000
const SPANS = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '180', label: '180 days' },
  { value: '365', label: 'A year' },
] as const
type Span = (typeof SPANS)[number]['value']

type AsideDialogProps = {
  open: boolean
  /** How many are put aside; null while they are counted. */
  count: number | null
  focusAfter: () => HTMLElement | true
  onClose: () => void
  onSetAside: (reason: string, untilUtc: string) => void
}

/** Why, and until when. */
export function AsideDialog(props: AsideDialogProps) {
  const { open, count, focusAfter, onClose, onSetAside } = props
  const [reason, setReason] = useState('')
  const [span, setSpan] = useState<Span>('90')
  const done = () => {
    onSetAside(reason.trim(), new Date(Date.now() + Number(span) * DAY_MS).toISOString())
    setReason('')
  }
  return (
    <Dialog
      title={count === 1 ? 'Set this one aside' : `Set ${count ?? 'the chosen'} aside`}
      description="It returns after its date if it is still wrong then. The reason is kept in this browser; write no names into it."
      open={open}
      focusAfter={focusAfter}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={reason.trim() === ''} onClick={done}>
            Set aside
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Reason">
          <Input
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Field>
        <div className="flex flex-col gap-1">
          <span className="font-medium text-[12px] text-muted">For</span>
          <Segmented label="For" value={span} onValueChange={setSpan} options={SPANS} />
        </div>
      </div>
    </Dialog>
  )
}
