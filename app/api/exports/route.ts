import { defineRoute } from '@/lib/bff/define-route'
import { entryOf } from '@/lib/bff/entry-of'
import { API } from '@/lib/contract/api'
import { ledger } from '@/lib/ledger/ledger'

export const POST = defineRoute(API.beginExport, async (input) => {
  input.note({ counts: input.body.rows === null ? {} : { rows: input.body.rows } })
  return {
    entry: entryOf(input).sequence,
    timeUtc: new Date().toISOString(),
    actor: input.session.name,
    checkpoint: (await ledger().state()).checkpoint,
  }
})
