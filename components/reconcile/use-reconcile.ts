'use client'

import { useSyncExternalStore } from 'react'
import {
  type Memory,
  NO_COMPARISON,
  ReconcileSession,
  type Reconciliation,
} from './reconcile-session'
import { RUNS_KEPT } from './run-memory'

const memory: Memory = {
  read() {
    try {
      return localStorage.getItem(RUNS_KEPT)
    } catch {
      return null // storage may be forbidden; every run is a first one then
    }
  },
  keep(text) {
    try {
      localStorage.setItem(RUNS_KEPT, text)
      return true
    } catch {
      return false // full or forbidden: the next run is compared with an older one, or with none
    }
  },
  onOther(changed) {
    if (typeof window === 'undefined') return
    window.addEventListener('storage', ({ key, newValue }) => {
      if (key === RUNS_KEPT || key === null) changed(newValue)
    })
  },
}

/** One a tab: leaving the page and coming back finds it as it was. */
let session: ReconcileSession | null = null

function theSession(): ReconcileSession {
  session ??= new ReconcileSession(
    () => new Worker(new URL('./reconcile-worker.ts', import.meta.url), { type: 'module' }),
    memory,
  )
  return session
}

/** The comparison of this tab, and what can be done with it. */
export function useReconcile(): { now: Reconciliation; session: ReconcileSession } {
  const one = theSession()
  const now = useSyncExternalStore(one.subscribe, one.read, () => NO_COMPARISON)
  return { now, session: one }
}
