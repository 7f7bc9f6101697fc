'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Segmented } from '@/components/ui/segmented'
import { beginExport } from '@/lib/query/exports'
import { type ExportFormat, type ExportRow, exportText } from './export-rows'

type ExportButtonProps = {
  label: string
  /** The file's name without its date and ending. */
  name: string
  /** What the file holds, as the reader sees it. */
  filter: string
  /** Asked when the file is made. */
  rows: () => ExportRow[]
  disabled?: boolean
}

const ZONE = 'UTC'

/** What is on screen, as a file; the ledger has it first. */
export function ExportButton({ label, name, filter, rows, disabled = false }: ExportButtonProps) {
  const [open, setOpen] = useState(false)
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [state, setState] = useState<{ error: unknown } | { saved: number } | 'asking' | null>(null)
  const run = async () => {
    setState('asking')
    try {
      const found = rows()
      const asked = { of: 'retention', format, filter, zone: ZONE, rows: found.length } as const
      const grant = await beginExport(asked)
      const statement = {
        what: label.replace(/^Export (the |these )?/, ''),
        filter,
        zone: ZONE,
        rows: found.length,
        exportedUtc: grant.timeUtc,
        by: grant.actor,
        ledgerEntry: grant.entry,
      }
      save(exportText(format, statement, found), format, name, grant.timeUtc)
      setState({ saved: found.length })
    } catch (error) {
      setState({ error })
    }
  }
  const asking = state === 'asking'
  return (
    <>
      <Button size="sm" disabled={disabled} onClick={() => setOpen(true)}>
        <Download size={13} aria-hidden />
        {label}
      </Button>
      <Dialog
        title={label}
        description={filter}
        open={open}
        onOpenChange={(next) => {
          setOpen(next)
          setState(null)
        }}
        footer={
          <Button variant="primary" disabled={asking} onClick={() => void run()}>
            {state === null || asking ? 'Export' : 'Export again'}
          </Button>
        }
      >
        <Segmented
          label="Format"
          value={format}
          onValueChange={setFormat}
          disabled={asking}
          options={[
            { value: 'csv', label: 'CSV, spreadsheet-safe' },
            { value: 'csv-raw', label: 'CSV, raw' },
            { value: 'jsonl', label: 'JSON lines' },
          ]}
        />
        <p className="mt-2 text-muted">
          The file says what it holds, who made it, and which entry of the ledger records it. Days
          are UTC.
        </p>
        {state !== null && typeof state === 'object' && 'error' in state && (
          <ProblemNotice inline error={state.error} onRetry={() => void run()} />
        )}
        {state !== null && typeof state === 'object' && 'saved' in state && (
          <p role="status" className="mt-2">
            Saved: {state.saved.toLocaleString('en-GB')} {state.saved === 1 ? 'row' : 'rows'}.
          </p>
        )}
      </Dialog>
    </>
  )
}

function save(text: string, format: ExportFormat, name: string, exportedUtc: string): void {
  const csv = format !== 'jsonl'
  const type = csv ? 'text/csv;charset=utf-8' : 'application/x-ndjson'
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}-${exportedUtc.slice(0, 19).replaceAll(':', '')}Z.${csv ? 'csv' : 'jsonl'}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
