import { Suspense } from 'react'
import { Permitted } from '@/components/shell/permitted'
import { PeoplePage } from './people-page'

export const metadata = { title: 'People' }

export default function Page() {
  return (
    <Permitted permission="people.view">
      <Suspense>
        <PeoplePage />
      </Suspense>
    </Permitted>
  )
}
