import type { DirectoryLine } from '@/lib/contract/directory'
import { readDirectory } from '@/lib/query/directory'
import type { FocusDirectory } from '@/lib/reconcile/model'
import type { DirectoryRead } from './worker-messages'

/** How often the page is told: often enough to see it grow. */
const TOLD_EVERY_MS = 100

/** `unreadable` are rows of Focus that could not be read: whoever stands in them seems to be missing. */
export type Reading = { directory: DirectoryRead; whole: boolean; unreadable: number }
/** Focus's side, and whether it can be relied on. */
export type FocusSide = { directory: FocusDirectory } & Pick<Reading, 'whole' | 'unreadable'>

/** Reads Focus's side whole, and tells now and then how far it is, at last that it is done. Throws a `Problem`. */
export async function readFocusSide(onReading: (reading: Reading) => void): Promise<FocusSide> {
  const people: FocusDirectory['people'][number][] = []
  const endpoints: FocusDirectory['endpoints'][number][] = []
  const users: FocusDirectory['users'][number][] = []
  let retentionGroups: FocusDirectory['retentionGroups'] = []
  const reading: Reading = { directory: {}, whole: true, unreadable: 0 }
  let toldMs = Number.NEGATIVE_INFINITY
  const take = (line: DirectoryLine) => {
    if (line.type === 'people') for (const person of line.people) people.push(person)
    else if (line.type === 'endpoints') for (const one of line.endpoints) endpoints.push(one)
    else if (line.type === 'users') for (const user of line.users) users.push(user)
    else if (line.type === 'retention-groups') retentionGroups = line.groups
    else if (line.type === 'end') reading.whole = line.complete
    else if (line.type === 'part-end') {
      const { part, read, total, complete, unreadable } = line
      reading.unreadable += unreadable
      reading.directory[part] = { read, total, complete }
    }
    const grown = { people, endpoints, users }
    if (line.type === 'people' || line.type === 'endpoints' || line.type === 'users')
      reading.directory[line.type] = {
        read: grown[line.type].length,
        total: line.total,
        complete: false,
      }
    if (performance.now() - toldMs < TOLD_EVERY_MS && line.type !== 'end') return
    toldMs = performance.now()
    onReading(reading)
  }
  await readDirectory(new AbortController().signal, take)
  const { whole, unreadable } = reading
  return { directory: { people, endpoints, users, retentionGroups }, whole, unreadable }
}
