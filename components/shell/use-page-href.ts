'use client'

import { useSavedViews } from '@/lib/query/use-saved-views'
import { viewHref } from '@/lib/url/view-address'
import type { NavigationEntry } from './navigation'

/** Where an entry of the rail leads: to the view that the reader made the page's default, else to the page as it comes. */
export function usePageHref(): (entry: NavigationEntry) => string {
  const { saved } = useSavedViews()
  const defaults = new Map(
    saved?.views.flatMap((view) => (view.isDefault ? [[view.page as string, view]] : [])),
  )
  return ({ href }) => {
    const view = defaults.get(href.slice(1))
    return view === undefined ? href : viewHref(view)
  }
}
