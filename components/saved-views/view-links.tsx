'use client'

import { Star } from 'lucide-react'
import Link from 'next/link'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Skeleton } from '@/components/ui/skeleton'
import type { ViewPage } from '@/lib/contract/saved-view'
import { useSavedViews } from '@/lib/query/use-saved-views'
import { viewHref } from '@/lib/url/view-address'

/** The views of one page, each a link that opens it. */
export function ViewLinks({ page }: { page: ViewPage }) {
  const { saved, error, retry } = useSavedViews()
  if (saved === undefined)
    return error === null ? (
      <Skeleton className="h-10" />
    ) : (
      <ProblemNotice error={error} onRetry={retry} inline />
    )
  const views = saved.views.filter((view) => view.page === page)
  if (views.length === 0)
    return (
      <p className="text-muted">
        None yet. Filter the list, then keep it under a name with Views beside its title.
      </p>
    )
  return (
    <ul className="max-h-48 overflow-y-auto">
      {views.map((view) => (
        <li key={view.id}>
          <Link
            href={viewHref(view)}
            prefetch={false}
            className="flex h-7 items-center gap-2 rounded px-1 hover:bg-sunk"
          >
            <span className="truncate">{view.name}</span>
            {view.isDefault && (
              <Star size={13} aria-label="opens the page" className="shrink-0 text-muted" />
            )}
            {!view.own && <span className="ml-auto truncate text-muted">{view.by}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
