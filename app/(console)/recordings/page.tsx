import { Suspense } from 'react'
import { RecordingsPage } from './recordings-page'

export const metadata = { title: 'Recordings' }

export default function Page() {
  return (
    <Suspense>
      <RecordingsPage />
    </Suspense>
  )
}
