'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { NO_EXTENT } from '@/components/list/list-extent'
import { usePagedList } from '@/components/list/use-paged-list'
import { partyText } from '@/components/parties/parties'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { recordingColumns } from '@/components/recordings/recording-columns'
import { recordingSource } from '@/components/recordings/recording-list'
import { DataTable } from '@/components/table/data-table'
import { shownColumns } from '@/components/table/table-layout'
import { useTableLayout } from '@/components/table/use-table-layout'
import { buttonClass } from '@/components/ui/button-class'
import { usePreferences } from '@/components/ui/preferences'
import type { Recording } from '@/lib/contract/recording'
import { recordingHref } from '@/lib/url/recording-url'
import { recordingsHref } from '@/lib/url/recordings-url'
import { formatToken } from '@/lib/url/tokens'

const idOf = ({ id }: Recording) => id
const nothing = () => undefined

/** The recordings table, filtered to one person. */
export function PersonRecordings({ personId }: { personId: number }) {
  const router = useRouter()
  const { zone } = usePreferences()
  const [active, setActive] = useState<number | null>(null)
  const [sort, setSort] = useState<'asc' | 'desc'>('desc')
  const [layout, setLayout] = useTableLayout('recordings')
  const [nowUtc] = useState(() => new Date().toISOString())
  const list = usePagedList(
    recordingSource({
      personIds: { include: [personId] },
      sort: { field: 'start', direction: sort },
    }),
    0,
  )
  const columns = useMemo(
    () =>
      recordingColumns(zone, nowUtc).map(({ sortsFirst, ...column }) =>
        column.id === 'start' && sortsFirst !== undefined ? { ...column, sortsFirst } : column,
      ),
    [zone, nowUtc],
  )
  const open = (index: number) => {
    const slot = list.slotAt(index)
    if (slot.state === 'row') router.push(recordingHref(slot.row.id))
  }
  const row = active === null ? null : list.slotAt(active)
  return (
    <section aria-label="Recordings of this person" className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <h3 className="grow font-semibold">Recordings</h3>
        <Link
          href={recordingsHref({ q: formatToken('person', String(personId)) })}
          prefetch={false}
          className={buttonClass()}
        >
          Search among them
        </Link>
      </div>
      {list.error !== null ? (
        <ProblemNotice error={list.error} onRetry={list.retry} inline />
      ) : (
        <div className="flex h-96 flex-col rounded-md border border-line">
          <DataTable
            label="Recordings"
            columns={columns}
            shown={shownColumns(columns, layout.shown)}
            onShownChange={(shown) => setLayout({ shown })}
            widths={layout.widths}
            onWidthsChange={(widths) => setLayout({ widths })}
            density={layout.density}
            count={list.extent === NO_EXTENT ? 10 : list.places}
            total={list.extent.total}
            slotAt={list.slotAt}
            idOf={idOf}
            nameOf={partyText}
            activeIndex={active}
            activeId={row?.state === 'row' ? row.row.id : null}
            checked={null}
            sort={{ column: 'start', direction: sort }}
            onSort={({ direction }) => setSort(direction)}
            commands={{
              activate: setActive,
              press: setActive,
              open,
              preview: null,
              check: nothing,
            }}
            onWindowChange={list.onWindowChange}
            stale={list.stale}
            busy={list.busy}
            listKey={list.listKey}
          />
        </div>
      )}
    </section>
  )
}
