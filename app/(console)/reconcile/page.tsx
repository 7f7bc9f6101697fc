import { Suspense } from 'react'
import { Permitted } from '@/components/shell/permitted'
import { tenant } from '@/lib/access/tenant'
import { ReconcilePage } from './reconcile-page'

export const metadata = { title: 'Reconcile' }

export default function Page() {
  return (
    <Permitted permission="people.view">
      <Suspense>
        <ReconcilePage tenant={tenant().label} />
      </Suspense>
    </Permitted>
  )
}
