import { API } from '@/lib/contract/api'
import type { SessionInfo } from '@/lib/contract/session'
import { apiFetch } from './api-fetch'

/** Tells the server that somebody is here. Throws `signed-out` when the session is over, `offline` without a connection. */
export function keepSession(): Promise<SessionInfo> {
  return apiFetch(API.getSession, {}, AbortSignal.timeout(10_000))
}
