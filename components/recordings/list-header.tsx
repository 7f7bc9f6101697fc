'use client'

import { useQueryClient } from '@tanstack/react-query'
import { PanelRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ExplainDialog } from '@/components/list/explain-dialog'
import { ExportDialog } from '@/components/list/export-dialog'
import { exportPages } from '@/components/list/export-pages'
import { countWords, type Extent, NO_EXTENT, unreadableWords } from '@/components/list/list-extent'
import { SelectionBar } from '@/components/list/selection-bar'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Recording } from '@/lib/contract/recording'
import type { RecordingSearch } from '@/lib/contract/recording-search'
import { roughDuration } from '@/lib/format/duration'
import type { Zone } from '@/lib/format/instant'
import type { AskWhy } from '@/lib/query/reasoned-export'
import { explainSearchQuery } from '@/lib/query/recordings'
import { RECORDINGS, recordingSource } from './recording-list'
import { RECORDING_SHEET } from './recording-sheet'

type ListHeaderProps = {
  extent: Extent
  rowsInHand: readonly Recording[]
  stale: boolean
  /** How many rows the scroller reaches, when that is fewer than there are. */
  stoppedAt: number | null
  selected: readonly Recording[]
  onClearSelection: () => void
  search: RecordingSearch
  filter: string
  zone: Zone
  askWhy: AskWhy
  /** Packs what is chosen as evidence. */
  evidence: ReactNode
  paneOpen: boolean
  onPaneToggle: () => void
}

/** How many there are, as far as anybody knows; and what can be done with all of them. */
export function ListHeader(props: ListHeaderProps) {
  const { extent, rowsInHand, stale, stoppedAt, selected, zone } = props
  const client = useQueryClient()
  const [dialog, setDialog] = useState<'explain' | 'export' | null>(null)
  const known = extent !== NO_EXTENT
  const whole = known && rowsInHand.length === (extent.total ?? (extent.ended ? extent.reach : -1))
  const reviewMs = rowsInHand.reduce((sum, row) => sum + (row.durationMs ?? 0), 0)
  const unreadable = unreadableWords(extent)
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 border-line border-b px-4 text-[12px] text-muted">
      <p role="status" className="min-w-0">
        {known && (
          <>
            <span className="font-semibold text-ink tabular-nums">
              {countWords(extent, RECORDINGS)}
            </span>
            {whole && reviewMs > 0 && ` · about ${roughDuration(reviewMs)} to review`}
            {stoppedAt !== null &&
              ` · the list stopped at ${stoppedAt.toLocaleString('en-GB')} of ${(extent.total ?? extent.reach).toLocaleString('en-GB')}; narrow the search to see the rest`}
            {unreadable !== null && ` · ${unreadable}`}
            {stale && ' · of the search before, while the new one is on its way'}
          </>
        )}
      </p>
      <span className="grow" />
      <SelectionBar
        selected={selected}
        sheet={RECORDING_SHEET}
        zone={zone}
        onClear={props.onClearSelection}
      />
      <span className="flex">
        <Button size="sm" variant="quiet" onClick={() => setDialog('explain')}>
          Explain
        </Button>
        <Button size="sm" variant="quiet" onClick={() => setDialog('export')}>
          Export
        </Button>
        {props.evidence}
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
        query={explainSearchQuery(props.search)}
        open={dialog === 'explain'}
        onOpenChange={(open) => setDialog(open ? 'explain' : null)}
      />
      <ExportDialog
        of="recordings"
        noun={RECORDINGS}
        sheet={RECORDING_SHEET}
        read={(write, signal, onProgress) =>
          exportPages(client, recordingSource(props.search), write, signal, onProgress)
        }
        filter={props.filter}
        zone={zone}
        rows={extent.total ?? (extent.ended ? extent.reach : null)}
        askWhy={props.askWhy}
        open={dialog === 'export'}
        onOpenChange={(open) => setDialog(open ? 'export' : null)}
      />
    </div>
  )
}
