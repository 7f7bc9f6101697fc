import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { ledger } from '@/lib/ledger/ledger'
import { Problem } from '@/lib/problem/problem'
import { maskEntry } from '@/lib/pseudonym/mask'

export const GET = defineRoute(API.getLedgerEntry, async ({ params, session }) => {
  const { sequence } = params
  const found = await ledger().entry(sequence)
  if (found === null) throw new Problem('not-found', `The ledger has no entry ${sequence}.`)
  // Whoever reads an entry wants its proof now, not when the next checkpoint is due. One that cannot be signed leaves it unproved.
  const proving = found.proof === null ? ledger().prove([sequence]) : Promise.resolve([found])
  const [entry = found] = await proving.catch(() => [])
  return maskEntry(entry, pseudonymKey(session))
})
