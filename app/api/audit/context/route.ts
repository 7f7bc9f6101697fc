import { findingContext } from '@/lib/audit/finding-context'
import { defineRoute } from '@/lib/bff/define-route'
import { config } from '@/lib/config/config'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { ledger } from '@/lib/ledger/ledger'

export const GET = defineRoute(API.getFindingContext, (input) => {
  const { workingHours, reportingLinesFile, focus: tenant } = config()
  return findingContext(input.query, input, {
    focus: focus(),
    ledger: ledger(),
    serviceUser: tenant.username,
    workingHours,
    reportingLinesFile,
  })
})
