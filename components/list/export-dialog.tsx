'use client'

import { useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Progress } from '@/components/ui/progress'
import { Segmented } from '@/components/ui/segmented'
import type { ExportGrant, ExportRequest } from '@/lib/contract/export'
import { type Zone, zoneName } from '@/lib/format/instant'
import { type AskWhy, reasonedExport } from '@/lib/query/reasoned-export'
import { type ExportProgress, type ExportResult, exportedWords } from './export-pages'
import { type ExportFormat, type Sheet, sheetHead, sheetRows } from './export-sheet'
import type { Noun } from './noun'

/** Reads all that is to be exported and writes its rows; never rejects. */
export type ReadForExport<T> = (
  write: (rows: readonly T[]) => string,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
) => Promise<ExportResult>

type ExportDialogProps<T> = {
  /** What the ledger calls it; the file's name begins with it. */
  of: ExportRequest['of']
  noun: Noun
  sheet: Sheet<T>
  read: ReadForExport<T>
  /** The filter as the reader wrote it. */
  filter: string
  zone: Zone
  /** Rows, where that is known. */
  rows: number | null
  askWhy: AskWhy
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Whether the ledger has it: nothing is read or saved before. */
type Begun =
  | { state: 'no' }
  | { state: 'beginning' }
  | { state: 'yes'; grant: ExportGrant }
  | { state: 'failed'; error: unknown }

const WORDS: Record<ExportFormat, string> = {
  csv: 'For a spreadsheet: text that it could take for a formula gets an apostrophe; phone numbers are spelled so that they stay text.',
  'csv-raw':
    'Every value exactly as it is. Do not open it in a spreadsheet unless you trust its contents.',
  jsonl:
    'One JSON object a line, with every field that Focus sent. The first line says what the file holds.',
}

/** Everything the filter finds, as a file. */
export function ExportDialog<T>(props: ExportDialogProps<T>) {
  const { of, noun, sheet, read, filter, zone, rows, askWhy, open, onOpenChange } = props
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [progress, setProgress] = useState<ExportProgress | null>(null)
  const [result, setResult] = useState<ExportResult | null>(null)
  const [begun, setBegun] = useState<Begun>({ state: 'no' })
  const [asking, setAsking] = useState(false)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const ask: AskWhy = (refused) => {
    const answer = askWhy(refused)
    if (!(answer instanceof Promise)) return answer
    setAsking(true)
    return answer.finally(() => setAsking(false))
  }
  const begin = async () => {
    setResult(null)
    setBegun({ state: 'beginning' })
    try {
      const words = zoneName(zone)
      const request = { of, format, filter, zone: words, rows }
      const grant = await reasonedExport(request, ask)
      if (grant === 'cancelled') {
        setBegun({ state: 'no' })
        return
      }
      setBegun({ state: 'yes', grant })
      await run(grant)
    } catch (error) {
      setBegun({ state: 'failed', error })
    }
  }
  const run = async (grant: ExportGrant) => {
    const stop = new AbortController()
    running.current = stop
    setProgress({ done: 0, total: null, unreadable: 0 })
    const write = (some: readonly T[]) => sheetRows(sheet, some, format, zone)
    const ended = await read(write, stop.signal, setProgress)
    running.current = null
    setProgress(null)
    setResult(ended)
    if (ended.stopped === null) saveAs(ended, grant)
  }
  const saveAs = (ended: ExportResult, grant: ExportGrant) =>
    save(sheet, {
      of,
      result: ended,
      extent: exportedWords(ended, noun),
      format,
      filter,
      zone,
      grant,
    })
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
      // Why it is exported is asked in a dialog of its own.
      open={open && !asking}
      onOpenChange={close}
      footer={
        progress === null ? (
          <Button
            variant="primary"
            disabled={begun.state === 'beginning'}
            onClick={() => void begin()}
          >
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
        <ProblemNotice error={failure.error} onRetry={() => void begin()} inline />
      )}
      {begun.state === 'failed' && (
        <ProblemNotice error={begun.error} onRetry={() => void begin()} inline />
      )}
      {result !== null && (
        <p role="status">
          {result.stopped === null ? 'Saved: ' : 'Nothing saved yet: '}
          {exportedWords(result, noun)}.{' '}
          {result.stopped !== null && result.done > 0 && begun.state === 'yes' && (
            <Button size="sm" onClick={() => saveAs(result, begun.grant)}>
              Save what was read
            </Button>
          )}
        </p>
      )}
    </Dialog>
  )
}

type Saved = {
  of: string
  result: ExportResult
  extent: string
  format: ExportFormat
  filter: string
  zone: Zone
  grant: ExportGrant
}

function save<T>(sheet: Sheet<T>, saved: Saved): void {
  const { of, result, extent, format, filter, zone, grant } = saved
  const recorded = `entry ${grant.entry} of the access ledger, by ${grant.actor}`
  const exportedUtc = new Date().toISOString()
  const zoneWords = zoneName(zone, exportedUtc)
  const head = sheetHead(sheet, format, {
    exportedUtc,
    zone,
    zoneWords,
    filter,
    extent,
    recorded,
  })
  const csv = format !== 'jsonl'
  // A spreadsheet takes CSV for UTF-8 only with this mark.
  const mark = format === 'csv' ? '\uFEFF' : ''
  const type = csv ? 'text/csv;charset=utf-8' : 'application/x-ndjson'
  const address = URL.createObjectURL(new Blob([mark, head, ...result.parts], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${of}-${exportedUtc.slice(0, 19).replaceAll(':', '')}Z.${csv ? 'csv' : 'jsonl'}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
