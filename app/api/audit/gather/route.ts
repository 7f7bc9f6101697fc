import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { gather } from '@/lib/audit/gather'
import { serviceUser } from '@/lib/audit/service-user'
import { defineLines } from '@/lib/bff/define-lines'
import { config } from '@/lib/config/config'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { ledger } from '@/lib/ledger/ledger'
import { maskGathered } from '@/lib/pseudonym/mask'

export const POST = defineLines(API.gatherAudit, async function* (input) {
  // Thousands of recordings would make an outcome of megabytes: the counts tell what was read.
  const call = { signal: input.signal, requestId: input.requestId }
  const key = pseudonymKey(input.session)
  const user = await serviceUser(focus(), config().focus.username, call)
  for await (const line of gather(input.body, call, {
    focus: focus(),
    ledger: ledger(),
    serviceUser: user,
  })) {
    if (line.type === 'end') {
      const { read, refused, failed, unreadable, events } = line.progress
      input.note({ counts: { read, refused, failed, unreadable, events } })
    }
    yield maskGathered(line, key)
  }
})
