'use client'

import { ReconcileView } from '@/components/reconcile/reconcile-view'
import { useViewer } from '@/components/shell/viewer'
import { API } from '@/lib/contract/api'

export function ReconcilePage() {
  const { permissions } = useViewer()
  return <ReconcileView mayOpen={permissions.includes(API.searchRecordings.permission)} />
}
