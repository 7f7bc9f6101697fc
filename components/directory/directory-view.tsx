'use client'

import { type ReactNode, useCallback, useEffect, useMemo } from 'react'
import { FilterMenu } from '@/components/filters/filter-menu'
import { joinQuery } from '@/components/filters/query-draft'
import type { ChangeAddress } from '@/components/filters/use-address-state'
import { SplitPane } from '@/components/list/split-pane'
import { usePlace } from '@/components/list/use-place'
import { useRowShortcuts } from '@/components/list/use-row-shortcuts'
import { useSelection } from '@/components/list/use-selection'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { ColumnsButton } from '@/components/table/columns-button'
import { DataTable, mostRows } from '@/components/table/data-table'
import type { RowCommands } from '@/components/table/table-keys'
import { DEFAULT_LAYOUT, shownColumns } from '@/components/table/table-layout'
import { useTableLayout } from '@/components/table/use-table-layout'
import type { PageFacts } from '@/lib/query/page-query'
import type { AskWhy } from '@/lib/query/reasoned-export'
import { DEFAULT_DIRECTORY, type DirectoryState } from '@/lib/url/directory-url'
import { DirectoryFilterEditor } from './directory-filter-editor'
import { DirectoryHeader } from './directory-header'
import type { DirectoryParts } from './directory-model'
import { DirectorySearchBox } from './directory-search-box'
import { EmptyDirectory } from './empty-directory'
import { useDirectoryRows } from './use-directory-rows'
import { useSeenValues } from './use-seen-values'

const NO_SORT = { column: '', direction: 'asc' } as const
/** Rows drawn as their shape while nobody knows how many there are. */
const WAITING_ROWS = 40

type DirectoryViewProps<T, K extends string, P extends PageFacts> = DirectoryParts<T, K, P> & {
  state: DirectoryState
  change: ChangeAddress<DirectoryState>
  /** Counts the states that came from elsewhere. */
  arrivals: number
  /** The filter whose value is a person, found by name while typing. */
  personKey: K | null
  /** What Enter does; the pane, where a row has no page of its own. */
  onOpen?: (row: T) => void
  askWhy: AskWhy
  /** Before the search box. */
  lead?: ReactNode
  /** After the filters: what else arranges the list. */
  children?: ReactNode
}

/** One list of the directory: search, table, and the row at hand beside it. */
export function DirectoryView<T, K extends string, P extends PageFacts>(
  props: DirectoryViewProps<T, K, P>,
) {
  const { model, asked, columns, state, change, arrivals, personKey, onOpen } = props
  const { idOf, nameOf, noun, keys, valuesIn } = model
  const [place, move] = usePlace(state, change, arrivals)
  const [layout, setLayout] = useTableLayout(model.of)
  const rows = useDirectoryRows(model, asked, state)
  const seen = useSeenValues(rows.rowsInHand, valuesIn)
  const selection = useSelection(rows.slotAt, idOf, rows.listKey)
  const { slotAt } = rows
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
  const refilter = (q: string, how: 'push' | 'replace' = 'push') =>
    change({ q, at: null, row: null }, how)

  const stepTo = useCallback(
    (index: number) => {
      const slot = slotAt(index)
      move({ index, id: slot.state === 'row' ? idOf(slot.row) : null })
    },
    [slotAt, idOf, move],
  )
  // A row reached by a jump is on its way: its id is known when it arrives.
  const arrived = place.id === null && place.index !== null ? slotAt(place.index) : null
  useEffect(() => {
    if (arrived?.state === 'row' && place.index !== null)
      move({ index: place.index, id: idOf(arrived.row) })
  }, [arrived, place.index, idOf, move])

  const atRow = (index: number, act: (row: T) => void) => {
    const slot = slotAt(index)
    if (slot.state === 'row') act(slot.row)
  }
  const showPane = (index: number) =>
    atRow(index, (row) => {
      move({ index, id: idOf(row) })
      change({ at: idOf(row), row: index, pane: true }, state.pane ? 'replace' : 'push')
    })
  const commands: RowCommands = {
    activate: stepTo,
    open: (index) => {
      if (onOpen === undefined) showPane(index)
      else
        atRow(index, (row) => {
          change({ at: idOf(row), row: index }, 'replace')
          onOpen(row)
        })
    },
    preview: state.pane ? null : showPane,
    check: selection.check,
    press: showPane,
  }
  const step = (by: 1 | -1) => {
    const next = (place.index ?? (by > 0 ? -1 : 0)) + by
    if (next >= 0 && next < (rows.places ?? 0)) stepTo(next)
  }
  useRowShortcuts({
    noun: noun.one,
    pane: state.pane,
    place,
    step,
    commands,
    close: () => change({ pane: false }, 'push'),
  })

  const most = mostRows(layout.density)
  const stopped = rows.places !== null && rows.places > most ? most : null
  const body =
    rows.error !== null ? (
      <ProblemNotice error={rows.error} onRetry={rows.retry} />
    ) : rows.places === 0 && !rows.busy ? (
      <EmptyDirectory noun={noun} filtered={state.q !== ''} onClear={() => refilter('')} />
    ) : (
      <DataTable
        label={model.sheet.title}
        columns={columns}
        shown={shown}
        onShownChange={showColumns}
        widths={layout.widths}
        onWidthsChange={(widths) => setLayout({ widths })}
        density={layout.density}
        count={rows.places ?? (state.row ?? 0) + WAITING_ROWS}
        total={rows.total}
        slotAt={slotAt}
        idOf={idOf}
        nameOf={nameOf}
        activeIndex={place.index}
        activeId={place.id}
        checked={selection.checked}
        sort={state.sort ?? NO_SORT}
        onSort={(sort) => change({ sort, at: null, row: null }, 'push')}
        commands={commands}
        onWindowChange={rows.onWindowChange}
        stale={rows.stale}
        busy={rows.busy}
        listKey={rows.listKey}
      />
    )
  const active = place.index === null ? null : slotAt(place.index)
  const pane =
    active?.state === 'row' ? (
      props.renderPane(active.row)
    ) : (
      <p className="p-4 text-muted">Choose a row to read it here.</p>
    )
  return (
    <SplitPane
      name={model.of}
      onClose={() => change({ pane: false }, 'push')}
      pane={state.pane ? <div className="min-h-0 grow overflow-auto">{pane}</div> : null}
      list={
        <>
          <div className="flex flex-wrap items-start gap-2 border-line border-b px-4 py-2.5">
            {props.lead}
            <DirectorySearchBox
              label={`Search ${noun.many}`}
              placeholder={model.placeholder}
              keys={keys}
              personKey={personKey}
              q={state.q}
              onQueryChange={refilter}
              seen={seen}
            />
            <FilterMenu
              offered={keys.map(({ key, label }) => ({ key, label: sentenceCase(label) }))}
              onAdd={(raw) => refilter(joinQuery([raw], state.q))}
              renderEditor={(key, onApply) => {
                const known = keys.find((one) => one.key === key)
                return (
                  known && (
                    <DirectoryFilterEditor
                      key={key}
                      known={known}
                      value=""
                      negated={false}
                      seen={seen}
                      isPerson={key === personKey}
                      onApply={onApply}
                    />
                  )
                )
              }}
            />
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
                change({ columns: DEFAULT_DIRECTORY.columns, sort: null }, 'replace')
              }}
            />
            {props.children}
          </div>
          <DirectoryHeader
            model={model}
            asked={asked}
            rows={rows}
            filter={state.q}
            sorted={state.sort !== null}
            stoppedAt={stopped}
            selected={selection.selected}
            onClearSelection={selection.clear}
            askWhy={props.askWhy}
            paneOpen={state.pane}
            onPaneToggle={() => change({ pane: !state.pane }, 'push')}
          />
          {rows.partialError !== null && (
            <ProblemNotice
              error={rows.partialError}
              onRetry={rows.retry}
              inline
              title="Some rows are old or missing"
            />
          )}
          {body}
        </>
      }
    />
  )
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
