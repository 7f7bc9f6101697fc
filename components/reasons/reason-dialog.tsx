'use client'

import { type FormEvent, useId, useState } from 'react'
import type { AccessReason, ReasonRule } from '@/lib/contract/access-reason'
import { giveReason } from '@/lib/query/reasons'
import { ProblemNotice } from '../problem/problem-notice'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import type { Given } from './kept-reason'

/** What is about to be done. */
export type Purpose = 'play' | 'download' | 'export' | 'reveal'

const TITLES: Record<Purpose, string> = {
  play: 'Why do you listen to this?',
  download: 'Why do you download this?',
  export: 'Why do you export this?',
  reveal: 'Why do you reveal these names?',
}
const USUAL = [
  'Complaint review',
  'Quality review',
  'Regulatory request',
  'Surveillance alert',
  'Data subject request',
]
const LEAST = 3

export type ReasonAsked = { purpose: Purpose; rule: ReasonRule; before: AccessReason | null }

type ReasonDialogProps = {
  /** What it is asked for; null while nothing is. */
  asked: ReasonAsked | null
  onGiven: (given: Given) => void
  onWithout: () => void
  onCancel: () => void
}

/** Asks for a purpose and a case number before something is done. */
export function ReasonDialog({ asked, onGiven, onWithout, onCancel }: ReasonDialogProps) {
  const form = useId()
  return (
    <Dialog
      title={TITLES[asked?.purpose ?? 'play']}
      description="It is recorded with what you do, and kept for what follows until you change it."
      size="sm"
      open={asked !== null}
      onOpenChange={(open) => {
        if (!open) onCancel()
      }}
      footer={
        <>
          {asked?.rule === 'optional' && <Button onClick={onWithout}>Go on without</Button>}
          <Button type="submit" form={form} variant="primary">
            Go on
          </Button>
        </>
      }
    >
      {asked !== null && <ReasonForm id={form} before={asked.before} onGiven={onGiven} />}
    </Dialog>
  )
}

type ReasonFormProps = {
  id: string
  before: AccessReason | null
  onGiven: ReasonDialogProps['onGiven']
}

function ReasonForm({ id, before, onGiven }: ReasonFormProps) {
  const [purpose, setPurpose] = useState(before?.purpose ?? '')
  const [caseNumber, setCaseNumber] = useState(before?.caseNumber ?? '')
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const tooShort = purpose.trim().length < LEAST

  const give = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (tooShort) return
    const reason = { purpose: purpose.trim(), caseNumber: caseNumber.trim() || null }
    try {
      onGiven({ reason, reasonId: await giveReason(reason) })
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <form id={id} onSubmit={(event) => void give(event)} className="flex flex-col gap-3">
      <Field
        label="Purpose"
        error={tried && tooShort ? 'Write at least three characters.' : undefined}
      >
        <Input value={purpose} onValueChange={setPurpose} maxLength={500} autoFocus />
      </Field>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around what only fills a field */}
      <div role="group" aria-label="Usual purposes" className="flex flex-wrap gap-1.5">
        {USUAL.map((usual) => (
          <Button
            key={usual}
            size="sm"
            aria-pressed={purpose === usual}
            onClick={() => setPurpose(usual)}
            className="aria-pressed:font-semibold"
          >
            {usual}
          </Button>
        ))}
      </div>
      <Field label="Case number" hint="Where there is one.">
        <Input value={caseNumber} onValueChange={setCaseNumber} maxLength={100} />
      </Field>
      {failure !== null && <ProblemNotice error={failure} inline />}
    </form>
  )
}
