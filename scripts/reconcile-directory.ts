import { userInfo } from 'node:os'
import type { Kysely } from 'kysely'
import type { Config } from '@/lib/config/config'
import type { DirectoryPart } from '@/lib/contract/directory'
import { readDirectory } from '@/lib/directory/read-directory'
import { buildFocus } from '@/lib/focus/focus'
import type { UpstreamCall } from '@/lib/ledger/access-ledger'
import type { FocusDirectory } from '@/lib/reconcile/model'
import type { Schema } from '@/lib/store/schema'
import { recordedDeed } from './recorded-deed'

/** Of one deed so many calls are written down one by one; the others are counted. */
const MOST_CALLS = 100

export type ReadDirectory = {
  directory: FocusDirectory
  /** Parts that were cut short: what they do not name may still be in Focus. */
  incomplete: DirectoryPart[]
  /** Rows of Focus that could not be read, and are left out. */
  unreadable: number
}

/**
 * Reads the whole directory, which the ledger is told of before the first call. Rejects with the upstream `Problem`, or the storage's error
 * with nothing asked.
 */
export function readRecordedDirectory(options: {
  db: Kysely<Schema>
  config: Config
  signal: AbortSignal
  onProgress: (part: DirectoryPart, read: number) => void
}): Promise<ReadDirectory> {
  const { db, config, signal, onProgress } = options
  const { focus } = buildFocus({
    tenant: config.focus,
    defaultCountry: config.defaultCountry,
    log: { warn: () => {} },
  })
  return recordedDeed({
    db,
    settings: config,
    command: 'reconcile',
    deed: {
      action: 'people-search',
      object: {
        kind: 'people',
        ids: [],
        query: { command: 'reconcile', by: `${userInfo().username} at the command line` },
      },
    },
    make: async (note) => {
      const upstream: UpstreamCall[] = []
      let furtherCalls = 0
      const observe = (call: UpstreamCall) => {
        if (upstream.length < MOST_CALLS) upstream.push(call)
        else furtherCalls++
        note({ upstream, ...(furtherCalls > 0 && { counts: { furtherCalls } }) })
      }
      const read = await gather(readDirectory(focus, { signal, observe }), onProgress)
      const { people, endpoints, users } = read.directory
      const rows = people.length + endpoints.length + users.length
      note({ counts: { rows, ...(furtherCalls > 0 && { furtherCalls }) } })
      return read
    },
  })
}

async function gather(
  lines: ReturnType<typeof readDirectory>,
  onProgress: (part: DirectoryPart, read: number) => void,
): Promise<ReadDirectory> {
  const people: FocusDirectory['people'][number][] = []
  const endpoints: FocusDirectory['endpoints'][number][] = []
  const users: FocusDirectory['users'][number][] = []
  const retentionGroups: FocusDirectory['retentionGroups'][number][] = []
  const incomplete: DirectoryPart[] = []
  let unreadable = 0
  for await (const line of lines) {
    if (line.type === 'people') onProgress('people', people.push(...line.people))
    else if (line.type === 'endpoints') onProgress('endpoints', endpoints.push(...line.endpoints))
    else if (line.type === 'users') onProgress('users', users.push(...line.users))
    else if (line.type === 'retention-groups') retentionGroups.push(...line.groups)
    else if (line.type === 'part-end') {
      unreadable += line.unreadable
      if (!line.complete) incomplete.push(line.part)
    }
  }
  return { directory: { people, endpoints, users, retentionGroups }, incomplete, unreadable }
}
