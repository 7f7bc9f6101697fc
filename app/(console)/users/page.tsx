import { Suspense } from 'react'
import { Permitted } from '@/components/shell/permitted'
import { UsersPage } from './users-page'

export const metadata = { title: 'Users' }

export default function Page() {
  return (
    <Permitted permission="users.view">
      <Suspense>
        <UsersPage />
      </Suspense>
    </Permitted>
  )
}
