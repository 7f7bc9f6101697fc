'use client'

import { Clock } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Popover } from '@/components/ui/popover'
import { type Zone, zoneName } from '@/lib/format/instant'
import {
  rangeMistake,
  rangeWords,
  TIME_FORMS,
  TIME_PRESETS,
  type TimeRange,
} from '@/lib/url/time-range'

type TimeRangeButtonProps = {
  range: TimeRange
  onRangeChange: (range: TimeRange) => void
  zone: Zone
  /** IANA name of that zone. */
  timeZone: string
  nowUtc: string
}

/** When: presets, `now-6h`, or dates on the clock of the zone that the list shows. */
export function TimeRangeButton(props: TimeRangeButtonProps) {
  const { range, onRangeChange, zone, timeZone, nowUtc } = props
  const [open, setOpen] = useState(false)
  const mistake = rangeMistake(range, nowUtc, timeZone)
  const choose = (next: TimeRange) => {
    setOpen(false)
    onRangeChange(next)
  }
  return (
    <Popover
      title="Time range"
      open={open}
      onOpenChange={setOpen}
      align="end"
      className="w-96"
      trigger={
        <Button {...(mistake !== null && { 'aria-invalid': true, className: 'border-danger' })}>
          <Clock size={14} aria-hidden />
          <span className="max-w-56 truncate">{rangeWords(range)}</span>
        </Button>
      }
    >
      <div className="grid grid-cols-[9rem_1fr] gap-3">
        <ul className="-m-1">
          {TIME_PRESETS.map((preset) => {
            const chosen = preset.range.from === range.from && preset.range.to === range.to
            return (
              <li key={preset.label}>
                <button
                  type="button"
                  aria-pressed={chosen}
                  onClick={() => choose(preset.range)}
                  className="min-h-7 w-full rounded px-2 text-left hover:bg-sunk aria-pressed:bg-sunk aria-pressed:font-semibold"
                >
                  {preset.label}
                </button>
              </li>
            )
          })}
        </ul>
        <Ends key={`${range.from}|${range.to}`} {...props} onRangeChange={choose} />
      </div>
      <p className="mt-3 border-line border-t pt-2 text-[12px] text-muted">
        Times are meant, and shown, in {zoneName(zone, nowUtc)}.
      </p>
    </Popover>
  )
}

function Ends({ range, onRangeChange, timeZone, nowUtc }: TimeRangeButtonProps) {
  const [from, setFrom] = useState(range.from ?? '')
  const [to, setTo] = useState(range.to ?? '')
  const next: TimeRange = { from: from.trim() || null, to: to.trim() || null }
  const mistake = rangeMistake(next, nowUtc, timeZone)
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (mistake === null) onRangeChange(next)
      }}
    >
      <End label="From" value={from} onChange={setFrom} />
      <End label="To" value={to} onChange={setTo} />
      <p className={mistake === null ? 'text-[12px] text-muted' : 'text-[12px] text-danger'}>
        {mistake ?? TIME_FORMS}
      </p>
      <Button type="submit" size="sm" variant="primary" disabled={mistake !== null}>
        Apply
      </Button>
    </form>
  )
}

type EndProps = { label: string; value: string; onChange: (value: string) => void }

/** Written, or picked from the browser's own calendar. */
function End({ label, value, onChange }: EndProps) {
  const picked = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(value)
    ? value.slice(0, 16).replace(' ', 'T')
    : /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? `${value}T00:00`
      : ''
  return (
    <div className="flex flex-col gap-1">
      <Field label={label}>
        <Input
          value={value}
          placeholder={label === 'From' ? 'now-6h' : 'now'}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </Field>
      <input
        type="datetime-local"
        aria-label={`${label}: pick a date and time`}
        value={picked}
        onChange={(event) => onChange(event.currentTarget.value.replace('T', ' '))}
        className="h-7 rounded-md border border-line bg-panel px-2 text-[12px] text-muted"
      />
    </div>
  )
}
