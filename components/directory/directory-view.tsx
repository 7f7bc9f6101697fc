'use client'

import type { ReactNode } from 'react'
import type { ChangeAddress } from '@/components/filters/use-address-state'
import { SplitPane } from '@/components/list/split-pane'
import { useListColumns } from '@/components/list/use-list-columns'
import { useListRows } from '@/components/list/use-list-rows'
import { useSelection } from '@/components/list/use-selection'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { ColumnsButton } from '@/components/table/columns-button'
import { DataTable, mostRows } from '@/components/table/data-table'
import type { PageFacts } from '@/lib/query/page-query'
import type { AskWhy } from '@/lib/query/reasoned-export'
import type { DirectoryState } from '@/lib/url/directory-url'
import { DirectoryHeader } from './directory-header'
import type { DirectoryParts } from './directory-model'
import { DirectoryToolbar } from './directory-toolbar'
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
  const rows = useDirectoryRows(model, asked, state)
  const seen = useSeenValues(rows.rowsInHand, valuesIn)
  const selection = useSelection(rows.slotAt, idOf, rows.listKey)
  const { slotAt } = rows
  const { layout, table, button } = useListColumns(model.of, columns, state.columns, change, () =>
    change({ sort: null }, 'replace'),
  )
  const refilter = (q: string, how: 'push' | 'replace' = 'push') =>
    change({ q, at: null, row: null }, how)

  const { place, commands, closePane } = useListRows({
    noun: noun.one,
    state,
    change,
    arrivals,
    slotAt,
    idOf,
    places: rows.places,
    check: selection.check,
    onOpen,
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
        {...table}
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
      onClose={closePane}
      pane={state.pane ? <div className="min-h-0 grow overflow-auto">{pane}</div> : null}
      list={
        <>
          <DirectoryToolbar
            noun={noun.many}
            placeholder={model.placeholder}
            keys={keys}
            personKey={personKey}
            q={state.q}
            onQueryChange={refilter}
            seen={seen}
            lead={props.lead}
          >
            <ColumnsButton {...button} />
            {props.children}
          </DirectoryToolbar>
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
