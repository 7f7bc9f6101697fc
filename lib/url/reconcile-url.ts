import { PAGES } from './pages'

/** What the Reconcile page shows that a link may carry: never a name, nor anything else out of the file. */
export type ReconcileState = {
  /** The kind of mismatch on screen, or `unreadable` for the lines no row could be made of; null for the first there is. */
  kind: string | null
}

export const DEFAULT_RECONCILE: ReconcileState = { kind: null }

/** Reads an address's query; junk falls back to the default. */
export function parseReconcile(params: Pick<URLSearchParams, 'get'>): ReconcileState {
  const kind = params.get('kind')
  return { kind: kind !== null && /^[a-z-]{1,40}$/.test(kind) ? kind : null }
}

/** The address of the page in this state. The inverse of `parseReconcile`. */
export function reconcileHref({ kind }: Partial<ReconcileState> = {}): string {
  return kind == null ? PAGES.reconcile : `${PAGES.reconcile}?${new URLSearchParams({ kind })}`
}
