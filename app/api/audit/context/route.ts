import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { findingContext } from '@/lib/audit/finding-context'
import { defineRoute } from '@/lib/bff/define-route'
import { config } from '@/lib/config/config'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { ledger } from '@/lib/ledger/ledger'
import { maskContext } from '@/lib/pseudonym/mask'

export const GET = defineRoute(API.getFindingContext, async (input) => {
  const { workingHours, reportingLinesFile, focus: tenant } = config()
  const context = await findingContext(input.query, input, {
    focus: focus(),
    ledger: ledger(),
    serviceUser: tenant.username,
    workingHours,
    reportingLinesFile,
  })
  return maskContext(context, await ledger().actors(), pseudonymKey(input.session))
})
