import 'server-only'
import type { Focus } from '@/lib/focus/focus'
import { Problem } from '@/lib/problem/problem'
import type { JoinSetting } from './join'

type FocusCall = Parameters<Focus['searchUsers']>[1]
type ServiceUser = JoinSetting['serviceUser']

const KEPT_MS = 5 * 60_000
const kept = new Map<string, { atMs: number; user: ServiceUser }>()

/**
 * The service user as Focus's audit may name it: by its username, and by its number where Focus tells it. Looked up once in
 * five minutes; a Focus that does not say leaves the username alone.
 */
export async function serviceUser(
  focus: Pick<Focus, 'searchUsers'>,
  username: string,
  call: FocusCall,
  nowMs: number = Date.now(),
): Promise<ServiceUser> {
  const known = kept.get(username)
  if (known !== undefined && nowMs - known.atMs < KEPT_MS) return known.user
  let userId: number | null = null
  try {
    const { users } = await focus.searchUsers({ text: username }, call)
    const fold = (name: string | null) => name?.trim().toLowerCase()
    userId = users.find((user) => fold(user.username) === fold(username))?.userId ?? null
  } catch (error) {
    call.signal.throwIfAborted()
    if (!(error instanceof Problem)) throw error
  }
  const user = { username, userId }
  kept.set(username, { atMs: nowMs, user })
  return user
}
