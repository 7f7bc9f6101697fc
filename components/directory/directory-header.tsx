'use client'

import { useQueryClient } from '@tanstack/react-query'
import { PanelRight } from 'lucide-react'
import { useState } from 'react'
import { ExplainDialog } from '@/components/list/explain-dialog'
import { ExportDialog, type ReadForExport } from '@/components/list/export-dialog'
import { exportPages } from '@/components/list/export-pages'
import { countWords, NO_EXTENT, unreadableWords } from '@/components/list/list-extent'
import { SelectionBar } from '@/components/list/selection-bar'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { usePreferences } from '@/components/ui/preferences'
import type { PageFacts } from '@/lib/query/page-query'
import type { AskWhy } from '@/lib/query/reasoned-export'
import type { DirectoryAsked, DirectoryModel } from './directory-model'
import { gatheredWords, hereWords } from './directory-words'
import type { DirectoryRows } from './use-directory-rows'

type DirectoryHeaderProps<T, K extends string, P extends PageFacts> = {
  model: DirectoryModel<T, K>
  asked: DirectoryAsked<T, P>
  rows: DirectoryRows<T>
  /** The search as the reader wrote it. */
  filter: string
  sorted: boolean
  stoppedAt: number | null
  selected: readonly T[]
  onClearSelection: () => void
  askWhy: AskWhy
  paneOpen: boolean
  onPaneToggle: () => void
}

/** How many there are, as far as anybody knows; whose filter it is; and what can be done with all of them. */
export function DirectoryHeader<T, K extends string, P extends PageFacts>(
  props: DirectoryHeaderProps<T, K, P>,
) {
  const { model, asked, rows, sorted, selected } = props
  const { noun, sheet } = model
  const { zone } = usePreferences()
  const client = useQueryClient()
  const [dialog, setDialog] = useState<'explain' | 'export' | null>(null)
  const { gathered, extent } = rows
  const reading = gathered?.state === 'reading'
  const words =
    gathered !== null
      ? gatheredWords(gathered, rows.places ?? 0, asked.here !== null, noun)
      : extent === NO_EXTENT
        ? null
        : countWords(extent, noun)
  const here = gathered === null ? null : hereWords(asked.here?.words ?? [], sorted, noun)
  const unreadable =
    gathered === null
      ? unreadableWords(extent)
      : unreadableWords({ ...extent, unreadable: { 0: gathered.unreadable } })
  const read: ReadForExport<T> = async (write, signal, onProgress) => {
    if (gathered === null) return exportPages(client, asked.source, write, signal, onProgress)
    const done = rows.rowsInHand.length
    const whole = gathered.state === 'ended' && !gathered.stopped
    const { unreadable } = gathered
    return {
      parts: [write(rows.rowsInHand)],
      done,
      unreadable,
      total: whole ? done : null,
      stopped: whole ? null : 'cancelled',
    }
  }
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 border-line border-b px-4 text-[12px] text-muted">
      {/* What is still being read is not told again and again to those who listen. */}
      <p {...(!reading && { role: 'status' })} className="min-w-0 py-1">
        {words !== null && <span className="font-semibold text-ink tabular-nums">{words}</span>}
        {props.stoppedAt !== null &&
          ` · the list stopped at ${props.stoppedAt.toLocaleString('en-GB')}; narrow the search to see the rest`}
        {unreadable !== null && ` · ${unreadable}`}
        {rows.stale && ' · of the search before, while the new one is on its way'}
        {here !== null && ` · ${here}`}
      </p>
      {reading && (
        <Button size="sm" variant="quiet" onClick={rows.cancel}>
          Cancel
        </Button>
      )}
      {gathered?.state === 'cancelled' && (
        <Button size="sm" variant="quiet" onClick={rows.retry}>
          Read again
        </Button>
      )}
      <span className="grow" />
      <SelectionBar
        selected={selected}
        sheet={sheet}
        zone={zone}
        onClear={props.onClearSelection}
      />
      <span className="flex">
        <Button size="sm" variant="quiet" onClick={() => setDialog('explain')}>
          Explain
        </Button>
        <Button size="sm" variant="quiet" disabled={reading} onClick={() => setDialog('export')}>
          Export
        </Button>
        <IconButton
          label={props.paneOpen ? 'Close the preview' : 'Preview beside the list'}
          icon={<PanelRight size={15} aria-hidden />}
          size="sm"
          shortcut={props.paneOpen ? 'Escape' : 'Space'}
          pressed={props.paneOpen}
          onClick={props.onPaneToggle}
        />
      </span>
      <ExplainDialog
        query={asked.explain}
        open={dialog === 'explain'}
        onOpenChange={(open) => setDialog(open ? 'explain' : null)}
      />
      <ExportDialog
        of={model.of}
        noun={noun}
        sheet={sheet}
        read={read}
        filter={props.filter === '' ? 'none' : props.filter}
        zone={zone}
        rows={rows.total}
        askWhy={props.askWhy}
        open={dialog === 'export'}
        onOpenChange={(open) => setDialog(open ? 'export' : null)}
      />
    </div>
  )
}
