'use client'

import { ReconcileView } from '@/components/reconcile/reconcile-view'
import { useViewer } from '@/components/shell/viewer'
import { API } from '@/lib/contract/api'

export function ReconcilePage(of: { tenant: string; defaultCountry: string }) {
  const { permissions, name } = useViewer()
  return (
    <ReconcileView
      mayOpen={permissions.includes(API.searchRecordings.permission)}
      by={name}
      {...of}
    />
  )
}
