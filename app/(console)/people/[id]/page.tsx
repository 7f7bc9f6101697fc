import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { Permitted } from '@/components/shell/permitted'
import { PersonParams } from '@/lib/contract/person'
import { PersonPage } from './person-page'

export const metadata = { title: 'Person' }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const read = PersonParams.safeParse(await params)
  if (!read.success) notFound()
  return (
    <Permitted permission="people.view">
      <Suspense>
        <PersonPage personId={read.data.id} />
      </Suspense>
    </Permitted>
  )
}
