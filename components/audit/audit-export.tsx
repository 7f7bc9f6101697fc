'use client'

import { ChevronDown } from 'lucide-react'
import { use, useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Menu, MenuItem } from '@/components/ui/menu'
import { notify } from '@/components/ui/notify'
import { Progress } from '@/components/ui/progress'
import type { AccessEvent } from '@/lib/contract/access-event'
import type { ExportGrant } from '@/lib/contract/export'
import { type Zone, zoneName } from '@/lib/format/instant'
import { reasonedExport } from '@/lib/query/reasoned-export'
import { reportFonts } from '@/lib/query/report-fonts'
import { AskWhyContext } from './ask-why'
import { type RowsFormat, rowsFile } from './audit-rows'
import { type AuditReport, filterWords, statementOf } from './audit-statement'
import { countEvents } from './event-list'
import { counted } from './event-words'

type Format = RowsFormat | 'pdf'

type AuditExportProps = {
  /** Exactly the rows that are shown, in their order. */
  events: readonly AccessEvent[]
  disabled: boolean
  zone: Zone
  report: AuditReport
}

const FORMATS: readonly { value: Format; label: string }[] = [
  { value: 'pdf', label: 'PDF report, to print or file' },
  { value: 'csv', label: 'CSV, spreadsheet-safe' },
  { value: 'csv-raw', label: 'CSV, every value as it is' },
  { value: 'jsonl', label: 'JSON lines, every field' },
]

/** What is on screen as a file. The ledger has the export before the file is made. */
export function AuditExport({ events, disabled, zone, report }: AuditExportProps) {
  const askWhy = use(AskWhyContext)
  const [done, setDone] = useState<number | null>(null)
  const [failure, setFailure] = useState<{ error: unknown; format: Format } | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async (format: Format) => {
    const stop = new AbortController()
    running.current = stop
    setFailure(null)
    try {
      const zoneWords = zoneName(zone)
      const filter = filterWords(report, zone).slice(0, 5000)
      const grant = await reasonedExport(
        { of: 'audit', format, filter, zone: zoneWords, rows: events.length },
        askWhy,
      )
      if (grant === 'cancelled') return
      setDone(0)
      const granted = { grant, zone, zoneWords }
      const parts =
        format === 'pdf'
          ? [await pdf(granted, stop.signal)]
          : await rowsFile(
              events,
              statementOf(report, countEvents(events), granted),
              format,
              zone,
              stop.signal,
              setDone,
            )
      save(parts, format, grant)
      notify(`Exported ${counted(events.length, 'row', 'rows')}`)
    } catch (error) {
      if (!stop.signal.aborted) setFailure({ error, format })
    } finally {
      setDone(null)
    }
  }
  const pdf = async (granted: Parameters<typeof statementOf>[2], signal: AbortSignal) => {
    // Fetched only now: nobody else needs what draws a PDF.
    const [{ auditReport }, fonts] = await Promise.all([
      import('./audit-report'),
      reportFonts(signal),
    ])
    return auditReport(events, report, granted, fonts, signal, setDone)
  }

  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button size="sm" disabled={disabled || done !== null}>
            Export report
            <ChevronDown size={13} aria-hidden />
          </Button>
        }
      >
        {FORMATS.map(({ value, label }) => (
          <MenuItem key={value} onSelect={() => void run(value)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      <Dialog
        title={failure === null ? 'Making the file' : 'The file was not made'}
        size="sm"
        open={done !== null || failure !== null}
        onOpenChange={(open) => {
          if (open) return
          running.current?.abort()
          setFailure(null)
        }}
        footer={
          failure === null ? (
            <Button onClick={() => running.current?.abort()}>Cancel</Button>
          ) : undefined
        }
      >
        {failure !== null && (
          <ProblemNotice error={failure.error} onRetry={() => void run(failure.format)} inline />
        )}
        {done !== null && (
          <Progress
            label="Rows"
            value={done}
            max={Math.max(1, events.length)}
            text={`${done.toLocaleString('en-GB')} of ${events.length.toLocaleString('en-GB')}`}
          />
        )}
      </Dialog>
    </>
  )
}

const TYPES: Record<Format, string> = {
  csv: 'text/csv;charset=utf-8',
  'csv-raw': 'text/csv;charset=utf-8',
  jsonl: 'application/x-ndjson',
  pdf: 'application/pdf',
}

function save(parts: BlobPart[], format: Format, grant: ExportGrant): void {
  const address = URL.createObjectURL(new Blob(parts, { type: TYPES[format] }))
  const link = document.createElement('a')
  link.href = address
  const ending = format === 'csv-raw' ? 'csv' : format
  link.download = `audit-${grant.timeUtc.slice(0, 19).replaceAll(':', '')}Z.${ending}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
