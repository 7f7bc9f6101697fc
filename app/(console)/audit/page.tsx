import { Suspense } from 'react'
import { Permitted } from '@/components/shell/permitted'
import { AuditPage } from './audit-page'

export const metadata = { title: 'Audit' }

export default function Page() {
  return (
    <Permitted permission="audit.read">
      <Suspense>
        <AuditPage />
      </Suspense>
    </Permitted>
  )
}
