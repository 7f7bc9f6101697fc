'use client'

import { RetentionView } from '@/components/retention/retention-view'
import { useViewer } from '@/components/shell/viewer'
import { API } from '@/lib/contract/api'

export function RetentionPage() {
  const { permissions } = useViewer()
  return <RetentionView mayOpen={permissions.includes(API.searchRecordings.permission)} />
}
