import type { Problem } from '@/lib/problem/problem'

/** How this page stands with its server, as its calls have found it. */
export type Connection = {
  /** A call was answered `signed-out`; stays so until the page is loaded anew. */
  signedOut: boolean
  /** The last call got no answer at all. */
  unreachable: boolean
  /** An answer did not fit this page's contract; stays so until the page is loaded anew. */
  stale: boolean
}

const FINE: Connection = { signedOut: false, unreachable: false, stale: false }
let current = FINE
const listeners = new Set<() => void>()

function change(next: Partial<Connection>): void {
  const keys = Object.keys(next) as (keyof Connection)[] // a partial of Connection has no other keys
  if (keys.every((key) => current[key] === next[key])) return
  current = { ...current, ...next }
  for (const listener of listeners) listener()
}

/** A call was answered as promised: the server can be reached. */
export function reportAnswer(): void {
  change({ unreachable: false })
}

/** A call failed; what that says about the connection is kept. */
export function reportProblem(problem: Problem): void {
  if (problem.slug === 'offline') change({ unreachable: true })
  else change({ unreachable: false })
  if (problem.slug === 'signed-out') change({ signedOut: true })
  if (problem.slug === 'stale-client') change({ stale: true })
}

/** As `useSyncExternalStore` wants it. */
export const connection = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  read: (): Connection => current,
  readOnServer: (): Connection => FINE,
}
