'use client'

import { type FormEvent, useId, useState } from 'react'
import { formatDuration } from '@/lib/format/duration'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Input } from '../ui/input'
import type { Player } from './player'
import { parseTimeInput } from './time-input'

type GoToDialogProps = {
  player: Player
  durationMs: number
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Type a time to go to. */
export function GoToDialog({ player, durationMs, open, onOpenChange }: GoToDialogProps) {
  const [text, setText] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const ms = parseTimeInput(text)
    if (ms === null) return setMistake('Write a time like 6:55, 1:03:18 or 415 (seconds).')
    if (ms > durationMs) return setMistake(`It ends at ${formatDuration(durationMs)}.`)
    player.seek(ms)
    setText('')
    setMistake(null)
    onOpenChange(false)
  }
  return (
    <Dialog title="Go to a time" open={open} onOpenChange={onOpenChange} size="sm">
      <form onSubmit={submit} className="flex flex-col gap-2">
        <label htmlFor={id} className="text-muted">
          Time in the recording, up to {formatDuration(durationMs)}
        </label>
        <div className="flex gap-2">
          <Input
            id={id}
            value={text}
            autoFocus
            autoComplete="off"
            inputMode="numeric"
            placeholder="6:55"
            aria-invalid={mistake !== null}
            aria-describedby={`${id}-mistake`}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="primary">
            Go
          </Button>
        </div>
        <p id={`${id}-mistake`} role="alert" className="text-[12px] text-danger empty:hidden">
          {mistake}
        </p>
      </form>
    </Dialog>
  )
}
