'use client'

import { useEffect, useState } from 'react'
import type { ViewPage } from '@/lib/contract/saved-view'
import { PAGES } from '@/lib/url/pages'

/** `updatedUtc` is the version of it that the list was; null when that is not known any more. */
export type OpenedView = { page: ViewPage; id: string; updatedUtc: string | null }

const KEY = 'focus-console:view'

/**
 * The view that was opened last, for as long as the reader stays with its page and the rows opened from it: who leaves and comes
 * back by another link has not opened it. Of this tab, and over a reload of it. Stands where it sees every page.
 */
export function useOpenedView(
  pathname: string,
): [OpenedView | null, (opened: OpenedView | null) => void] {
  const [opened, setOpened] = useState(remembered)
  const left = opened !== null && !isUnder(pathname, PAGES[opened.page])
  useEffect(() => {
    if (left) setOpened(null)
  }, [left])
  useEffect(() => remember(opened), [opened])
  return [left ? null : opened, setOpened]
}

function remembered(): OpenedView | null {
  try {
    const [page = '', id = '', updatedUtc = null] = sessionStorage.getItem(KEY)?.split(' ') ?? []
    return id !== '' && page in PAGES ? { page: page as ViewPage, id, updatedUtc } : null // shown only on its own page
  } catch {
    return null // on the server, and where storage is forbidden
  }
}

function remember(opened: OpenedView | null): void {
  try {
    if (opened === null) sessionStorage.removeItem(KEY)
    else
      sessionStorage.setItem(
        KEY,
        [opened.page, opened.id, opened.updatedUtc ?? ''].join(' ').trim(),
      )
  } catch {
    // It is known until the page is loaded anew, then.
  }
}

function isUnder(pathname: string, page: string): boolean {
  return pathname === page || pathname.startsWith(`${page}/`)
}
