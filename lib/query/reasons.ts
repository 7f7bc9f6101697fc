import type { AccessReason } from '@/lib/contract/access-reason'
import { API } from '@/lib/contract/api'
import { apiFetch } from './api-fetch'

/**
 * Says why somebody is about to play, download or export. Answers the id that those calls name, good for this session.
 * Throws `invalid-request` for a purpose too short or too long, and what every call may.
 */
export async function giveReason(reason: AccessReason): Promise<string> {
  return (await apiFetch(API.giveReason, { body: reason })).reasonId
}
