'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useEffect, useMemo } from 'react'
import { useRested } from '@/components/filters/use-rested'
import { NO_EXTENT } from '@/components/list/list-extent'
import { SplitPane } from '@/components/list/split-pane'
import { usePagedList } from '@/components/list/use-paged-list'
import { usePlace } from '@/components/list/use-place'
import { useRowShortcuts } from '@/components/list/use-row-shortcuts'
import { useSelection } from '@/components/list/use-selection'
import { partyText } from '@/components/parties/parties'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { ColumnsButton } from '@/components/table/columns-button'
import { DataTable, mostRows } from '@/components/table/data-table'
import type { RowCommands } from '@/components/table/table-keys'
import { DEFAULT_LAYOUT, shownColumns } from '@/components/table/table-layout'
import { useTableLayout } from '@/components/table/use-table-layout'
import { usePreferences } from '@/components/ui/preferences'
import type { Recording } from '@/lib/contract/recording'
import type { RecordingSearch } from '@/lib/contract/recording-search'
import { formatDuration } from '@/lib/format/duration'
import { formatInstant } from '@/lib/format/instant'
import type { AskWhy } from '@/lib/query/reasoned-export'
import { recordingHref } from '@/lib/url/recording-url'
import {
  DEFAULT_RECORDINGS,
  type RecordingsState,
  toRecordingSearch,
} from '@/lib/url/recordings-url'
import { rangeWords } from '@/lib/url/time-range'
import { EmptyList } from './empty-list'
import { ListHeader } from './list-header'
import { ListToolbar } from './list-toolbar'
import { recordingColumns } from './recording-columns'
import { RECORDINGS, recordingSource } from './recording-list'
import { useRecordingsState } from './use-recordings-state'
import { useSeenTags } from './use-seen-tags'

const REST_MS = 600
const idOf = (recording: Recording) => recording.id

export type PaneSlot = {
  recordingId: number
  position?: { index: number; total: number | null }
  onNext: () => void
  onPrevious: () => void
}

/** The rows at hand for something that is done with many: those selected, or the search itself. */
export type ListChosen = {
  selected: readonly Recording[]
  search: RecordingSearch
  /** The search as the reader wrote it, with its time range. */
  filter: string
  /** How many the search finds; null when nobody knows. */
  total: number | null
}

type RecordingsViewProps = {
  renderPane: (slot: PaneSlot) => ReactNode
  renderEvidence: (chosen: ListChosen) => ReactNode
  askWhy: AskWhy
}

/** The recordings list with its filters; the page says what stands in the pane beside it. */
export function RecordingsView({ renderPane, renderEvidence, askWhy }: RecordingsViewProps) {
  const router = useRouter()
  const { zone } = usePreferences()
  const { state, change, arrivals } = useRecordingsState()
  const [place, move] = usePlace(state, change, arrivals)
  const [layout, setLayout] = useTableLayout('recordings')
  const timeZone = zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone

  const { q, from, to, sort } = state
  // "Now" is the moment the search was made: rows must not shift under a reader.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new search has a new now
  const nowUtc = useMemo(() => new Date().toISOString(), [q, from, to, sort.field, sort.direction])
  const search = useMemo(
    () => toRecordingSearch({ q, from, to, sort }, nowUtc, timeZone),
    [q, from, to, sort, nowUtc, timeZone],
  )
  const list = usePagedList(recordingSource(search), state.row ?? 0)
  const seenTags = useSeenTags(list.rowsInHand)
  const selection = useSelection(list.slotAt, idOf, list.listKey)
  const { slotAt } = list

  const columns = useMemo(() => recordingColumns(zone, nowUtc), [zone, nowUtc])
  const shown = useMemo(
    () => shownColumns(columns, state.columns ?? layout.shown),
    [columns, state.columns, layout.shown],
  )
  useEffect(() => {
    // A link to this screen must show these columns to whoever opens it.
    if (state.columns === null && layout.shown !== null)
      change({ columns: layout.shown }, 'replace')
  }, [state.columns, layout.shown, change])
  const showColumns = (next: string[]) => {
    setLayout({ shown: next })
    change({ columns: next }, 'replace')
  }

  const refilter = (next: Partial<RecordingsState>, how: 'push' | 'replace' = 'push') =>
    change({ ...next, row: null }, how)
  const stepTo = useCallback(
    (index: number) => {
      const slot = slotAt(index)
      move({ index, id: slot.state === 'row' ? slot.row.id : null })
    },
    [slotAt, move],
  )
  // A row reached by a jump is on its way: its id is known when it arrives.
  const arrived = place.id === null && place.index !== null ? slotAt(place.index) : null
  useEffect(() => {
    if (arrived?.state === 'row' && place.index !== null)
      move({ index: place.index, id: arrived.row.id })
  }, [arrived, place.index, move])

  const showPane = (index: number) => {
    const slot = slotAt(index)
    if (slot.state !== 'row') return
    move({ index, id: slot.row.id })
    change({ at: slot.row.id, row: index, pane: true }, state.pane ? 'replace' : 'push')
  }
  const commands: RowCommands = {
    activate: stepTo,
    open: (index) => {
      const slot = slotAt(index)
      if (slot.state !== 'row') return
      change({ at: slot.row.id, row: index }, 'replace')
      router.push(recordingHref(slot.row.id))
    },
    preview: state.pane ? null : showPane,
    check: selection.check,
    press: showPane,
  }
  const step = (by: 1 | -1) => {
    const next = (place.index ?? (by > 0 ? -1 : 0)) + by
    if (next >= 0 && next < list.places) stepTo(next)
  }
  useRowShortcuts({
    noun: RECORDINGS.one,
    pane: state.pane,
    place,
    step,
    commands,
    close: () => change({ pane: false }, 'push'),
  })

  const restedId = useRested(place.id, REST_MS)
  const total = list.extent.total ?? (list.extent.ended ? list.extent.reach : null)
  const filtered = q !== '' || from !== null || to !== null
  const filter = `${q === '' ? 'none' : q} · ${rangeWords({ from, to })}`
  const empty = list.extent !== NO_EXTENT && list.places === 0
  const most = mostRows(layout.density)

  const body =
    list.error !== null ? (
      <ProblemNotice error={list.error} onRetry={list.retry} />
    ) : empty ? (
      <EmptyList
        filtered={filtered}
        onAnyTime={from !== null || to !== null ? () => refilter({ from: null, to: null }) : null}
        onClear={() => refilter({ q: '', from: null, to: null })}
      />
    ) : (
      <DataTable
        label="Recordings"
        columns={columns}
        shown={shown}
        onShownChange={showColumns}
        widths={layout.widths}
        onWidthsChange={(widths) => setLayout({ widths })}
        density={layout.density}
        count={list.extent === NO_EXTENT ? (state.row ?? 0) + 40 : list.places}
        total={total}
        slotAt={slotAt}
        idOf={idOf}
        nameOf={(row) =>
          `${row.startUtc === null ? 'recording' : formatInstant(row.startUtc, zone)} ${partyText(row)}${row.durationMs ? ` ${formatDuration(row.durationMs)}` : ''}`
        }
        activeIndex={place.index}
        activeId={place.id}
        checked={selection.checked}
        sort={{ column: sort.field === 'duration' ? 'length' : 'start', direction: sort.direction }}
        onSort={(next) =>
          refilter({
            sort: {
              field: next.column === 'length' ? 'duration' : 'start',
              direction: next.direction,
            },
          })
        }
        commands={commands}
        onWindowChange={list.onWindowChange}
        stale={list.stale}
        busy={list.busy}
        listKey={list.listKey}
      />
    )

  const listSide = (
    <>
      <ListToolbar
        state={state}
        onRefilter={refilter}
        seenTags={seenTags}
        zone={zone}
        timeZone={timeZone}
        nowUtc={nowUtc}
      >
        <ColumnsButton
          columns={columns}
          shown={shown}
          onShownChange={showColumns}
          widths={layout.widths}
          onWidthsChange={(widths) => setLayout({ widths })}
          density={layout.density}
          onDensityChange={(density) => setLayout({ density })}
          onReset={() => {
            setLayout(DEFAULT_LAYOUT)
            change({ columns: DEFAULT_RECORDINGS.columns }, 'replace')
          }}
        />
      </ListToolbar>
      <ListHeader
        extent={list.extent}
        rowsInHand={list.rowsInHand}
        stale={list.stale}
        stoppedAt={list.places > most ? most : null}
        selected={selection.selected}
        onClearSelection={selection.clear}
        search={search}
        filter={filter}
        zone={zone}
        askWhy={askWhy}
        evidence={renderEvidence({ selected: selection.selected, search, filter, total })}
        paneOpen={state.pane}
        onPaneToggle={() => change({ pane: !state.pane }, 'push')}
      />
      {list.partialError !== null && (
        <ProblemNotice
          error={list.partialError}
          onRetry={list.retry}
          inline
          title="Some rows are old or missing"
        />
      )}
      {body}
    </>
  )
  const pane =
    restedId === null
      ? null
      : renderPane({
          recordingId: restedId,
          ...(place.index !== null && { position: { index: place.index + 1, total } }),
          onNext: () => step(1),
          onPrevious: () => step(-1),
        })
  return (
    <SplitPane
      name="recordings"
      list={listSide}
      pane={
        state.pane
          ? (pane ?? <p className="p-4 text-muted">Choose a row to read it here.</p>)
          : null
      }
      onClose={() => change({ pane: false }, 'push')}
    />
  )
}
