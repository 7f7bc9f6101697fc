'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, Pencil, Plus, Save, Undo2 } from 'lucide-react'
import type { RefObject } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { notify } from '@/components/ui/notify'
import { Skeleton } from '@/components/ui/skeleton'
import type { Role } from '@/lib/contract/permission'
import type { SavedView, ViewPage } from '@/lib/contract/saved-view'
import { saveView, viewsChange } from '@/lib/query/saved-views'
import { isConflict, NewerView } from './newer-view'
import { isAsItComes, type ShownView } from './shown-view'
import { ViewRow } from './view-row'

type ViewsListProps = {
  /** Takes the focus where what had it is gone. */
  listRef: RefObject<HTMLDivElement | null>
  page: ViewPage
  label: string
  roleName: (role: Role) => string
  /** Those of this page; null while they are on their way. */
  views: readonly SavedView[] | null
  error: Error | null
  onRetry: () => void
  shown: ShownView | null
  /** The version of it that the list was before it was changed; null when that is not known. */
  openedUtc: string | null
  /** What a view of the list on screen would hold; empty when there is nothing to save. */
  query: string
  /** Null for the page as it comes. */
  onOpen: (view: SavedView | null) => void
  onEdit: (view: SavedView | 'new') => void
}

const ITEM =
  'flex min-h-7 w-full min-w-0 items-center gap-2 rounded px-2 text-left hover:bg-sunk disabled:opacity-50'

/** The views of one page to open, and what can be done with the list on screen. */
export function ViewsList(props: ViewsListProps) {
  const { listRef, page, label, roleName, views, shown, openedUtc, query, onOpen, onEdit } = props
  const client = useQueryClient()
  const change = useMutation(
    viewsChange(
      client,
      ({ view, knownUtc }: { view: SavedView; knownUtc: string }) => {
        const { id, name, sharedWith } = view
        return saveView({ id, knownUtc, page, name, sharedWith, query })
      },
      () => notify('View saved'),
    ),
  )
  if (views === null) {
    if (props.error !== null)
      return <ProblemNotice inline error={props.error} onRetry={props.onRetry} />
    return <Skeleton className="h-16" />
  }
  const groups = [
    { heading: 'Yours', views: views.filter(({ own }) => own) },
    { heading: 'Shared with you', views: views.filter(({ own }) => !own) },
  ]
  const bare = isAsItComes(shown, query)
  const own = shown?.view.own === true ? shown.view : null
  const changedElsewhere = isConflict(change.error)
  return (
    <div ref={listRef} tabIndex={-1} className="-m-2 flex flex-col outline-none">
      <button
        type="button"
        className={ITEM}
        aria-current={bare || undefined}
        onClick={() => onOpen(null)}
      >
        <span className="inline-flex size-4">{bare && <Check size={14} aria-hidden />}</span>
        All {label.toLowerCase()}
      </button>
      {groups.map(
        (group) =>
          group.views.length > 0 && (
            <section key={group.heading} aria-label={group.heading}>
              <h2 className="px-2 pt-2 pb-1 text-[12px] text-muted">{group.heading}</h2>
              <ul className="max-h-64 overflow-y-auto">
                {group.views.map((view) => (
                  <ViewRow
                    key={view.id}
                    view={view}
                    label={label}
                    roleName={roleName}
                    shown={shown?.view.id === view.id}
                    onOpen={() => onOpen(view)}
                    onRemoved={() => listRef.current?.focus()}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
      {views.length === 0 && (
        <p className="px-2 py-1 text-muted">
          {query === ''
            ? 'Filter, sort or arrange the list, then keep it here under a name.'
            : 'No view is saved yet.'}
        </p>
      )}
      <div className="-mx-1 my-1 h-px bg-line" />
      {own !== null && shown?.changed && (
        <button
          type="button"
          className={ITEM}
          disabled={change.isPending}
          onClick={() =>
            change.mutate({
              view: own,
              knownUtc: changedElsewhere ? own.updatedUtc : (openedUtc ?? own.updatedUtc),
            })
          }
        >
          <Save size={14} aria-hidden className="shrink-0" />
          <span className="truncate">Save the changes to “{own.name}”</span>
        </button>
      )}
      {shown?.changed && (
        <button type="button" className={ITEM} onClick={() => onOpen(shown.view)}>
          <Undo2 size={14} aria-hidden className="shrink-0" />
          Discard the changes
        </button>
      )}
      {own !== null && (
        <button type="button" className={ITEM} onClick={() => onEdit(own)}>
          <Pencil size={14} aria-hidden className="shrink-0" />
          <span className="truncate">Rename or share “{own.name}”</span>
        </button>
      )}
      <button type="button" className={ITEM} disabled={query === ''} onClick={() => onEdit('new')}>
        <Plus size={14} aria-hidden className="shrink-0" />
        Save this list as a view
      </button>
      {change.error !== null && <ProblemNotice inline error={change.error} />}
      {changedElsewhere && own !== null && (
        <div className="px-2 py-1">
          <NewerView view={own} roleName={roleName}>
            <button type="button" className="text-accent underline" onClick={() => onOpen(own)}>
              Open it
            </button>{' '}
            to see what it finds.{' '}
          </NewerView>
        </div>
      )}
    </div>
  )
}
