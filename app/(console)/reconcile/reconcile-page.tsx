'use client'

import { ReconcileView } from '@/components/reconcile/reconcile-view'
import { useViewer } from '@/components/shell/viewer'
import { API } from '@/lib/contract/api'

type ReconcilePageProps = { tenant: string; defaultCountry: string }

export function ReconcilePage({ tenant, defaultCountry }: ReconcilePageProps) {
  const { permissions, name } = useViewer()
  return (
    <ReconcileView
      mayOpen={permissions.includes(API.searchRecordings.permission)}
      by={name}
      tenant={tenant}
      defaultCountry={defaultCountry}
    />
  )
}
