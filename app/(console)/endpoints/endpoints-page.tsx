'use client'

import { EndpointsView } from '@/components/endpoints/endpoints-view'
import { useReasons } from '@/components/reasons/reasons'
import { useViewer } from '@/components/shell/viewer'
import { API } from '@/lib/contract/api'

export function EndpointsPage() {
  const { ask } = useReasons()
  const { permissions, startedUtc } = useViewer()
  return (
    <EndpointsView
      askWhy={(refused) => ask({ purpose: 'export', refused })}
      sessionUtc={startedUtc}
      maySeePeople={permissions.includes(API.searchPeople.permission)}
      maySearch={permissions.includes(API.searchRecordings.permission)}
    />
  )
}
