'use client'

import { PanelRight } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import { useAddressState } from '@/components/filters/use-address-state'
import { useRested } from '@/components/filters/use-rested'
import { countWords, NO_EXTENT, unreadableWords } from '@/components/list/list-extent'
import { SplitPane } from '@/components/list/split-pane'
import { useListColumns } from '@/components/list/use-list-columns'
import { useListRows } from '@/components/list/use-list-rows'
import { usePagedList } from '@/components/list/use-paged-list'
import { partyText } from '@/components/parties/parties'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { recordingColumns } from '@/components/recordings/recording-columns'
import { RECORDINGS, recordingSource } from '@/components/recordings/recording-list'
import { ColumnsButton } from '@/components/table/columns-button'
import { DataTable } from '@/components/table/data-table'
import { buttonClass } from '@/components/ui/button-class'
import { IconButton } from '@/components/ui/icon-button'
import { usePreferences } from '@/components/ui/preferences'
import type { Recording } from '@/lib/contract/recording'
import { type PersonState, parsePerson, personHref } from '@/lib/url/people-url'
import { recordingHref } from '@/lib/url/recording-url'
import { recordingsHref } from '@/lib/url/recordings-url'
import { formatToken } from '@/lib/url/tokens'
import { RecordingPane } from '../../recordings/recording-pane'

const REST_MS = 600
const idOf = ({ id }: Recording) => id
const nothing = () => undefined

/** The recordings table, filtered to one person; where the reader is in it stands in the address. */
export function PersonRecordings({ personId }: { personId: number }) {
  const router = useRouter()
  const { zone } = usePreferences()
  const hrefOf = useCallback((state: PersonState) => personHref(personId, state), [personId])
  const { state, change, arrivals } = useAddressState<PersonState>(parsePerson, hrefOf)
  const { sort, pane } = state
  const [nowUtc] = useState(() => new Date().toISOString())
  const list = usePagedList(
    recordingSource({ personIds: { include: [personId] }, sort }),
    state.row ?? 0,
  )
  const { slotAt, extent } = list
  const columns = useMemo(() => recordingColumns(zone, nowUtc), [zone, nowUtc])
  const { table, button } = useListColumns('recordings', columns, state.columns, change)
  const { place, commands, step, closePane } = useListRows({
    noun: RECORDINGS.one,
    state,
    change,
    arrivals,
    slotAt,
    idOf,
    places: list.places,
    check: nothing,
    plays: true,
    onOpen: ({ id }) => router.push(recordingHref(id)),
  })
  const restedId = useRested(place.id, REST_MS)
  const unreadable = unreadableWords(extent)
  const body =
    list.error !== null ? (
      <ProblemNotice error={list.error} onRetry={list.retry} inline />
    ) : (
      <DataTable
        label="Recordings"
        {...table}
        count={extent === NO_EXTENT ? (state.row ?? 0) + 10 : list.places}
        total={extent.total}
        slotAt={slotAt}
        idOf={idOf}
        nameOf={partyText}
        activeIndex={place.index}
        activeId={place.id}
        checked={null}
        sort={{ column: sort.field === 'duration' ? 'length' : 'start', direction: sort.direction }}
        onSort={({ column, direction }) =>
          change({
            sort: { field: column === 'length' ? 'duration' : 'start', direction },
            at: null,
            row: null,
          })
        }
        commands={commands}
        onWindowChange={list.onWindowChange}
        stale={list.stale}
        busy={list.busy}
        listKey={list.listKey}
      />
    )
  return (
    <section aria-label="Recordings of this person" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">Recordings</h3>
        <p role="status" className="grow text-muted">
          {extent !== NO_EXTENT && countWords(extent, RECORDINGS)}
          {unreadable !== null && ` · ${unreadable}`}
        </p>
        <ColumnsButton {...button} />
        <Link
          href={recordingsHref({ q: formatToken('person', String(personId)) })}
          prefetch={false}
          className={buttonClass()}
        >
          Search among them
        </Link>
        <IconButton
          label={pane ? 'Close the preview' : 'Preview beside the list'}
          icon={<PanelRight size={15} aria-hidden />}
          shortcut={pane ? 'Escape' : 'Space'}
          pressed={pane}
          onClick={() => change({ pane: !pane }, 'push')}
        />
      </div>
      {list.partialError !== null && (
        <ProblemNotice
          error={list.partialError}
          onRetry={list.retry}
          inline
          title="Some rows are old or missing"
        />
      )}
      <div className={`flex flex-col rounded-md border border-line ${pane ? 'h-[40rem]' : 'h-96'}`}>
        <SplitPane
          name="recordings"
          list={body}
          pane={
            pane
              ? restedId === null
                ? CHOOSE
                : paneOf(restedId, place.index, extent.total, step)
              : null
          }
          onClose={closePane}
        />
      </div>
    </section>
  )
}

const CHOOSE = <p className="p-4 text-muted">Choose a row to read it here.</p>

function paneOf(
  recordingId: number,
  index: number | null,
  total: number | null,
  step: (by: 1 | -1) => void,
) {
  return (
    <RecordingPane
      layout="pane"
      recordingId={recordingId}
      {...(index !== null && { position: { index: index + 1, total } })}
      onNext={() => step(1)}
      onPrevious={() => step(-1)}
    />
  )
}
