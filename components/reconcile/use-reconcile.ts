'use client'

import { useSyncExternalStore } from 'react'
import { readDirectory } from '@/lib/query/directory'
import { type Reconciliation, ReconcileSession } from './reconcile-session'

/** One a tab: leaving the page and coming back finds it as it was. */
let session: ReconcileSession | null = null

function theSession(): ReconcileSession {
  session ??= new ReconcileSession(
    () => new Worker(new URL('./reconcile-worker.ts', import.meta.url), { type: 'module' }),
    readDirectory,
  )
  return session
}

const NOTHING: Reconciliation = new ReconcileSession(() => {
  throw new Error('There is no worker on the server')
}, readDirectory).read()

/** The comparison of this tab, and what can be done with it. */
export function useReconcile(): { now: Reconciliation; session: ReconcileSession } {
  const one = theSession()
  const now = useSyncExternalStore(one.subscribe, one.read, () => NOTHING)
  return { now, session: one }
}
