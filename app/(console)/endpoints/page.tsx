import { Suspense } from 'react'
import { Permitted } from '@/components/shell/permitted'
import { EndpointsPage } from './endpoints-page'

export const metadata = { title: 'Endpoints' }

export default function Page() {
  return (
    <Permitted permission="endpoints.view">
      <Suspense>
        <EndpointsPage />
      </Suspense>
    </Permitted>
  )
}
