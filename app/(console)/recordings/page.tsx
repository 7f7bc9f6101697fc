import { Suspense } from 'react'
import { Permitted } from '@/components/shell/permitted'
import { RecordingsPage } from './recordings-page'

export const metadata = { title: 'Recordings' }

export default function Page() {
  return (
    <Permitted permission="recordings.search">
      <Suspense>
        <RecordingsPage />
      </Suspense>
    </Permitted>
  )
}
