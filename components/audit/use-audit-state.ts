'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type ChangeAddress, useAddressState } from '@/components/filters/use-address-state'
import { type AuditState, auditHref, parseAuditSearch } from '@/lib/url/audit-url'

/** The page's state, which is its address. */
export function useAuditState() {
  return useAddressState<AuditState>(parseAuditSearch, auditHref)
}

const WRITE_AFTER_MS = 250

/**
 * The selected access. Moves at once; the address follows when the keys have rested, because a browser allows only so many
 * changes of address a second.
 */
export function useSelected(
  state: AuditState,
  change: ChangeAddress<AuditState>,
  arrivals: number,
): [string | null, (key: string | null) => void] {
  const [at, setAt] = useState(state.at)
  const [seen, setSeen] = useState(arrivals)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  if (seen !== arrivals) {
    setSeen(arrivals)
    setAt(state.at)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const select = useCallback(
    (key: string | null) => {
      setAt(key)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => change({ at: key }, 'replace'), WRITE_AFTER_MS)
    },
    [change],
  )
  return [at, select]
}
