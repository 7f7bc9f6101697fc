import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { whoseCalls } from '@/lib/ledger/whose-calls'
import { maskPage } from '@/lib/pseudonym/mask'

export const POST = defineRoute(API.searchRecordings, async (input) => {
  const page = await focus().searchRecordings(input.body, input)
  whoseCalls().remember(page.recordings)
  const { recordings, total } = page
  input.note({ counts: { rows: recordings.length, ...(total !== null && { total }) } })
  return maskPage(page, pseudonymKey(input.session))
})
