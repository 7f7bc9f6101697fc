import { defineRoute } from '@/lib/bff/define-route'
import { durably } from '@/lib/bff/durably'
import { entryOf } from '@/lib/bff/entry-of'
import { API } from '@/lib/contract/api'
import type { Checkpoint } from '@/lib/contract/ledger'
import { ledger } from '@/lib/ledger/ledger'

export const POST = defineRoute(API.beginExport, async (input) => {
  input.note({ counts: input.body.rows === null ? {} : { rows: input.body.rows } })
  const entry = entryOf(input).sequence
  return {
    entry,
    timeUtc: new Date().toISOString(),
    actor: input.session.name,
    checkpoint: input.body.of === 'audit' ? await covering(entry) : await newest(),
  }
})

const newest = async () => (await ledger().state()).checkpoint

/** One that covers the entry, and so all that was there to be exported before it. */
async function covering(sequence: number): Promise<Checkpoint | null> {
  const [proven] = await durably(() => ledger().prove([sequence]))
  return proven?.checkpoint ?? null
}
