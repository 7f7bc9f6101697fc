'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Progress } from '@/components/ui/progress'
import { Segmented } from '@/components/ui/segmented'
import type { RecordingSearch } from '@/lib/contract/recording-search'
import { type Zone, zoneName } from '@/lib/format/instant'
import { type ExportFormat, exportHead } from './export-format'
import {
  type ExportProgress,
  type ExportResult,
  exportedWords,
  exportRecordings,
} from './export-recordings'

type ExportDialogProps = {
  search: RecordingSearch
  /** The filter as the reader wrote it. */
  filter: string
  zone: Zone
  open: boolean
  onOpenChange: (open: boolean) => void
}

const WORDS: Record<ExportFormat, string> = {
  csv: 'For a spreadsheet: text that it could take for a formula gets an apostrophe; phone numbers keep their plus.',
  'csv-raw':
    'Every value exactly as it is. Do not open it in a spreadsheet unless you trust its contents.',
  jsonl:
    'One JSON object a line, with every field that Focus sent. The first line says what the file holds.',
}

/** Everything the filter finds, as a file. */
export function ExportDialog({ search, filter, zone, open, onOpenChange }: ExportDialogProps) {
  const client = useQueryClient()
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [progress, setProgress] = useState<ExportProgress | null>(null)
  const [result, setResult] = useState<ExportResult | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async () => {
    const stop = new AbortController()
    running.current = stop
    setResult(null)
    setProgress({ done: 0, total: null, unreadable: 0 })
    const ended = await exportRecordings(client, search, format, zone, stop.signal, setProgress)
    running.current = null
    setProgress(null)
    setResult(ended)
    if (ended.stopped === null) save(ended, format, filter, zone)
  }
  const close = (next: boolean) => {
    if (!next) {
      running.current?.abort()
      setResult(null)
    }
    onOpenChange(next)
  }
  const failure = result !== null && typeof result.stopped === 'object' ? result.stopped : null

  return (
    <Dialog
      title="Export"
      description={`Exactly what the list is filtered to. Times in ${zoneName(zone)}.`}
      open={open}
      onOpenChange={close}
      footer={
        progress === null ? (
          <Button variant="primary" onClick={() => void run()}>
            {result === null ? 'Export' : 'Export again'}
          </Button>
        ) : (
          <Button onClick={() => running.current?.abort()}>Cancel</Button>
        )
      }
    >
      <Segmented
        label="Format"
        value={format}
        onValueChange={setFormat}
        disabled={progress !== null}
        options={[
          { value: 'csv', label: 'CSV, spreadsheet-safe' },
          { value: 'csv-raw', label: 'CSV, raw' },
          { value: 'jsonl', label: 'JSON lines' },
        ]}
      />
      <p className="mt-2 mb-3 text-muted">{WORDS[format]}</p>
      {progress !== null && (
        <Progress
          label="Reading"
          value={progress.total === null ? null : progress.done}
          max={progress.total || 1}
          text={`${progress.done.toLocaleString('en-GB')}${progress.total === null ? '' : ` of ${progress.total.toLocaleString('en-GB')}`}`}
        />
      )}
      {failure !== null && (
        <ProblemNotice error={failure.error} onRetry={() => void run()} inline />
      )}
      {result !== null && (
        <p role="status">
          {result.stopped === null ? 'Saved: ' : 'Nothing saved yet: '}
          {exportedWords(result)}.{' '}
          {result.stopped !== null && result.done > 0 && (
            <Button size="sm" onClick={() => save(result, format, filter, zone)}>
              Save what was read
            </Button>
          )}
        </p>
      )}
    </Dialog>
  )
}

function save(result: ExportResult, format: ExportFormat, filter: string, zone: Zone): void {
  const exportedUtc = new Date().toISOString()
  const zoneWords = zoneName(zone, exportedUtc)
  const extent = exportedWords(result)
  const head = exportHead(format, { exportedUtc, zone, zoneWords, filter, extent })
  const csv = format !== 'jsonl'
  // A spreadsheet takes CSV for UTF-8 only with this mark.
  const mark = format === 'csv' ? '\uFEFF' : ''
  const type = csv ? 'text/csv;charset=utf-8' : 'application/x-ndjson'
  const address = URL.createObjectURL(new Blob([mark, head, ...result.parts], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = `recordings-${exportedUtc.slice(0, 19).replaceAll(':', '')}Z.${csv ? 'csv' : 'jsonl'}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
