import { readDirectory } from '@/lib/directory/read-directory'
import { focusAt, patient } from '@/lib/focus/testing/focus-at'
import type { FocusDirectory } from '@/lib/reconcile/model'
import { type SandboxOptions, startSandbox } from '@/sandbox/start-sandbox'

/** The whole directory of a sandbox's firm, read over HTTP as the console reads it. */
export async function directoryOverHttp(options: SandboxOptions): Promise<FocusDirectory> {
  const sandbox = await startSandbox({
    recordings: 20,
    port: 0,
    ratePerSecond: 100_000,
    ...options,
  })
  const people: FocusDirectory['people'][number][] = []
  const endpoints: FocusDirectory['endpoints'][number][] = []
  const users: FocusDirectory['users'][number][] = []
  const retentionGroups: FocusDirectory['retentionGroups'][number][] = []
  try {
    for await (const line of readDirectory(focusAt(sandbox.url).focus, patient())) {
      if (line.type === 'people') people.push(...line.people)
      else if (line.type === 'endpoints') endpoints.push(...line.endpoints)
      else if (line.type === 'users') users.push(...line.users)
      else if (line.type === 'retention-groups') retentionGroups.push(...line.groups)
      else if (line.type === 'part-end' && !line.complete)
        throw new Error(`The ${line.part} of the directory are not whole`)
    }
  } finally {
    await sandbox.close()
  }
  return { people, endpoints, users, retentionGroups }
}
