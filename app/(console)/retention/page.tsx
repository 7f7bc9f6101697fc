import { Suspense } from 'react'
import { Permitted } from '@/components/shell/permitted'
import { RetentionPage } from './retention-page'

export const metadata = { title: 'Retention' }

export default function Page() {
  return (
    <Permitted permission="retention.view">
      <Suspense>
        <RetentionPage />
      </Suspense>
    </Permitted>
  )
}
