import { Suspense } from 'react'
import { Permitted } from '@/components/shell/permitted'
import { tenant } from '@/lib/access/tenant'
import { ReconcilePage } from './reconcile-page'

export const metadata = { title: 'Reconcile' }

export default function Page() {
  const { label, defaultCountry } = tenant()
  return (
    <Permitted permission="people.view">
      <Suspense>
        <ReconcilePage tenant={label} defaultCountry={defaultCountry} />
      </Suspense>
    </Permitted>
  )
}
