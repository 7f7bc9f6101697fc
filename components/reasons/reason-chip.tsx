'use client'

import { Button } from '../ui/button'
import { useReasons } from './reasons'

/** The reason that is being used, with a way to change it; nothing for those who are never asked. */
export function ReasonChip() {
  const { asks, given, change, forget } = useReasons()
  if (!asks || given === undefined) return null
  const words =
    given === null
      ? 'No reason given'
      : [given.reason.caseNumber && `Case ${given.reason.caseNumber}`, given.reason.purpose]
          .filter(Boolean)
          .join(' · ')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame
    <span
      role="group"
      aria-label="Reason"
      className="inline-flex min-w-0 items-center gap-1.5 text-[12px]"
    >
      <span className="truncate rounded-full border border-line px-2 text-ink">{words}</span>
      <Button size="sm" variant="quiet" onClick={change}>
        {given === null ? 'Give one' : 'Change'}
      </Button>
      {given !== null && (
        <Button size="sm" variant="quiet" onClick={forget}>
          Forget
        </Button>
      )}
    </span>
  )
}
