'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useMemo } from 'react'
import { useRested } from '@/components/filters/use-rested'
import { NO_EXTENT } from '@/components/list/list-extent'
import { SplitPane } from '@/components/list/split-pane'
import { useListColumns } from '@/components/list/use-list-columns'
import { useListRows } from '@/components/list/use-list-rows'
import { usePagedList } from '@/components/list/use-paged-list'
import { useSelection } from '@/components/list/use-selection'
import { partyText } from '@/components/parties/parties'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { ColumnsButton } from '@/components/table/columns-button'
import { DataTable, mostRows } from '@/components/table/data-table'
import { usePreferences } from '@/components/ui/preferences'
import type { Recording } from '@/lib/contract/recording'
import type { RecordingSearch } from '@/lib/contract/recording-search'
import { formatDuration } from '@/lib/format/duration'
import { formatInstant } from '@/lib/format/instant'
import type { AskWhy } from '@/lib/query/reasoned-export'
import { recordingHref } from '@/lib/url/recording-url'
import { type RecordingsState, toRecordingSearch } from '@/lib/url/recordings-url'
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
  const { layout, table, button } = useListColumns('recordings', columns, state.columns, change)

  const refilter = (next: Partial<RecordingsState>, how: 'push' | 'replace' = 'push') =>
    change({ ...next, row: null }, how)
  const { place, commands, step, closePane } = useListRows({
    noun: RECORDINGS.one,
    state,
    change,
    arrivals,
    slotAt,
    idOf,
    places: list.places,
    check: selection.check,
    plays: true,
    onOpen: ({ id }) => router.push(recordingHref(id)),
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
        {...table}
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
        <ColumnsButton {...button} />
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
      onClose={closePane}
    />
  )
}
