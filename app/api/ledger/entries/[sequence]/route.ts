import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { ledger } from '@/lib/ledger/ledger'
import { Problem } from '@/lib/problem/problem'
import { maskEntry } from '@/lib/pseudonym/mask'

export const GET = defineRoute(API.getLedgerEntry, async ({ params, session }) => {
  const entry = await ledger().entry(params.sequence)
  if (entry === null) throw new Problem('not-found', `The ledger has no entry ${params.sequence}.`)
  return maskEntry(entry, pseudonymKey(session))
})
