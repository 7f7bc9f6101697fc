'use client'

import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { FixFormat } from './worker-messages'

type InboxToolbarProps = {
  q: string
  onQChange: (q: string) => void
  /** How many; null while they are counted. */
  chosen: number | null
  listed: number
  onSetAside: () => void
  onClear: () => void
  onFixList: (of: 'all' | 'listed' | 'chosen', format: FixFormat) => void
  onSummary: () => void
  /** What a nightly run is told: by which rules, and what is set aside. */
  onNightly: (file: 'rules' | 'asides') => void
  onAgain: () => void
  onOther: () => void
  /** What arranges the list. */
  children: ReactNode
}

const FORMATS: readonly [FixFormat, string][] = [
  ['csv-safe', 'CSV for people, safe in a spreadsheet'],
  ['csv-raw', 'CSV, every value as it is'],
  ['jsonl', 'JSON lines for machines'],
]

/** Search, what is done with the chosen, and the fix list. */
export function InboxToolbar(props: InboxToolbarProps) {
  const { q, onQChange, chosen, listed, onSetAside, onClear, onFixList } = props
  const any = chosen !== 0
  const of = any ? 'chosen' : 'listed'
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-line border-b px-3 py-2">
      <Input
        type="search"
        aria-label="Search mismatches"
        placeholder="Name, number, department…"
        value={q}
        onChange={(event) => onQChange(event.currentTarget.value)}
        className="min-w-48 grow basis-48"
      />
      {any && (
        <>
          <Button onClick={onSetAside}>Set {chosen ?? 'the chosen'} aside…</Button>
          <Button variant="quiet" onClick={onClear}>
            Clear
          </Button>
        </>
      )}
      <Menu
        align="end"
        trigger={
          <Button>
            Fix list
            <ChevronDown size={13} aria-hidden />
          </Button>
        }
      >
        {FORMATS.map(([format, label]) => (
          <MenuItem key={format} onSelect={() => onFixList('all', format)}>
            All: {label}
          </MenuItem>
        ))}
        {listed > 0 &&
          FORMATS.map(([format, label]) => (
            <MenuItem key={`of-${format}`} onSelect={() => onFixList(of, format)}>
              {of === 'chosen'
                ? chosen === null
                  ? 'The chosen'
                  : `The ${chosen} chosen`
                : `These ${listed}`}
              : {label}
            </MenuItem>
          ))}
        <MenuItem onSelect={props.onSummary}>Summary of this run, signed</MenuItem>
        <MenuItem onSelect={() => props.onNightly('rules')}>
          For the nightly run: mapping and rules
        </MenuItem>
        <MenuItem onSelect={() => props.onNightly('asides')}>
          For the nightly run: what is set aside
        </MenuItem>
      </Menu>
      {props.children}
      <Button onClick={props.onAgain}>Mapping and rules</Button>
      <Button onClick={props.onOther}>Another file</Button>
    </div>
  )
}
