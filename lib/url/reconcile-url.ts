import { PAGES } from './pages'

/** What the Reconcile page shows that a link may carry: never a name, nor anything else out of the file. */
export type ReconcileState = {
  /** The kind of mismatch on screen, or `unreadable` for the lines no row could be made of; null for the first there is. */
  kind: string | null
  /** Ids of the columns on screen, in their order; null for those this browser remembers. */
  columns: string[] | null
}

export const DEFAULT_RECONCILE: ReconcileState = { kind: null, columns: null }

/** Reads an address's query; junk falls back to the default. */
export function parseReconcile(params: Pick<URLSearchParams, 'get'>): ReconcileState {
  const kind = params.get('kind')
  const columns = (params.get('cols') ?? '').split(',').filter((id) => /^[a-z-]{1,30}$/.test(id))
  return {
    kind: kind !== null && /^[a-z-]{1,40}$/.test(kind) ? kind : null,
    columns: columns.length === 0 ? null : [...new Set(columns)],
  }
}

/** The address of the page in this state. The inverse of `parseReconcile`. */
export function reconcileHref({ kind, columns }: Partial<ReconcileState> = {}): string {
  const params = new URLSearchParams()
  if (kind != null) params.set('kind', kind)
  if (columns != null) params.set('cols', columns.join(','))
  return params.size === 0 ? PAGES.reconcile : `${PAGES.reconcile}?${params}`
}
