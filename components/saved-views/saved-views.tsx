'use client'

import { Bookmark, ChevronDown } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import { useShortcut } from '@/components/ui/shortcut'
import type { Role } from '@/lib/contract/permission'
import type { SavedView, ViewPage } from '@/lib/contract/saved-view'
import { useSavedViews } from '@/lib/query/use-saved-views'
import { PAGES } from '@/lib/url/pages'
import { viewHref, viewQuery } from '@/lib/url/view-address'
import { isAsItComes, shownView } from './shown-view'
import type { OpenedView } from './use-opened-view'
import { ViewForm } from './view-form'
import { ViewsList } from './views-list'

type SavedViewsProps = {
  page: ViewPage
  /** The view that was opened last, and a way to say so. */
  opened: OpenedView | null
  onOpened: (opened: OpenedView | null) => void
  /** The page's name, as the rail has it. */
  label: string
  roleName: (role: Role) => string
}

/** The states of this page's list under names: which one is shown, the others, and saving what is on screen. */
export function SavedViews({ page, opened, onOpened, label, roleName }: SavedViewsProps) {
  const router = useRouter()
  const query = viewQuery(page, useSearchParams())
  const [open, setOpen] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<SavedView | 'new' | null>(null)
  const { saved, error, retry } = useSavedViews()
  const views = saved?.views.filter((view) => view.page === page) ?? []
  const shown = shownView(views, query, opened?.id ?? null)
  const at = shown === null || shown.changed ? null : shown.view
  const [atId, atUtc] = [at?.id, at?.updatedUtc]
  // Whoever came by a link has opened the view all the same: what they change is a change of it.
  useEffect(() => {
    if (atId !== undefined && atUtc !== undefined) onOpened({ page, id: atId, updatedUtc: atUtc })
  }, [atId, atUtc, page, onOpened])
  // A list that is as it comes again has left the view: what is filtered next is no change of it.
  const left = saved !== undefined && isAsItComes(shown, query)
  useEffect(() => {
    if (left) onOpened(null)
  }, [left, onOpened])
  const show = (next: boolean) => {
    setOpen(next)
    if (next) setEditing(null)
  }
  useShortcut('v', 'Saved views', () => show(true), { group: 'The list' })

  const go = (view: SavedView | null) => {
    onOpened(view && { page, id: view.id, updatedUtc: view.updatedUtc })
    show(false)
    router.push(view === null ? PAGES[page] : viewHref(view))
  }
  return (
    <Popover
      title={
        editing === null ? 'Saved views' : editing === 'new' ? 'Save as a view' : 'Edit the view'
      }
      showTitle={editing !== null}
      open={open}
      onOpenChange={show}
      className="w-80"
      trigger={
        <Button size="sm" variant="quiet" className="min-w-0 shrink">
          <Bookmark size={13} aria-hidden className="shrink-0" />
          <span className="max-w-52 truncate">{shown?.view.name ?? 'Views'}</span>
          {shown?.changed && (
            <span className="flex shrink-0 items-center">
              <span aria-hidden className="size-1.5 rounded-full bg-accent" />
              <span className="sr-only">changed</span>
            </span>
          )}
          <ChevronDown size={13} aria-hidden className="shrink-0" />
        </Button>
      }
    >
      {editing === null ? (
        <ViewsList
          listRef={list}
          page={page}
          label={label}
          roleName={roleName}
          views={saved === undefined ? null : views}
          error={error}
          onRetry={retry}
          shown={shown}
          openedUtc={opened?.id === shown?.view.id ? (opened?.updatedUtc ?? null) : null}
          query={query}
          onOpen={go}
          onEdit={setEditing}
        />
      ) : (
        <ViewForm
          page={page}
          roleName={roleName}
          roles={saved?.roles[page] ?? []}
          view={editing === 'new' ? null : (views.find(({ id }) => id === editing.id) ?? editing)}
          query={query}
          onSaved={(view) => {
            onOpened({ page, ...view })
            show(false)
          }}
          onCancel={() => {
            flushSync(() => setEditing(null))
            list.current?.focus()
          }}
        />
      )}
    </Popover>
  )
}
