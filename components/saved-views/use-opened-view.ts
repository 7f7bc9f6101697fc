'use client'

import { useEffect, useState } from 'react'
import type { ViewPage } from '@/lib/contract/saved-view'
import { PAGES } from '@/lib/url/pages'

type Opened = { page: ViewPage; id: string }

const KEY = 'focus-console:view'

/**
 * The view that was opened last, for as long as the reader stays with its page and the rows opened from it. Of this tab, and
 * over a reload of it.
 */
export function useOpenedView(pathname: string): [Opened | null, (opened: Opened | null) => void] {
  const [opened, setOpened] = useState(remembered)
  const left = opened !== null && !isUnder(pathname, PAGES[opened.page])
  useEffect(() => {
    if (left) setOpened(null)
  }, [left])
  useEffect(() => {
    if (opened === null) window.sessionStorage.removeItem(KEY)
    else window.sessionStorage.setItem(KEY, `${opened.page} ${opened.id}`)
  }, [opened])
  return [left ? null : opened, setOpened]
}

function remembered(): Opened | null {
  if (typeof window === 'undefined') return null
  const [page = '', id = ''] = window.sessionStorage.getItem(KEY)?.split(' ') ?? []
  return id !== '' && page in PAGES ? { page: page as ViewPage, id } : null // shown only on its own page
}

function isUnder(pathname: string, page: string): boolean {
  return pathname === page || pathname.startsWith(`${page}/`)
}
