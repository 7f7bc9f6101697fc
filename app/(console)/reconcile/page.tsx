import { Suspense } from 'react'
import { Permitted } from '@/components/shell/permitted'
import { ReconcilePage } from './reconcile-page'

export const metadata = { title: 'Reconcile' }

export default function Page() {
  return (
    <Permitted permission="people.view">
      <Suspense>
        <ReconcilePage />
      </Suspense>
    </Permitted>
  )
}
