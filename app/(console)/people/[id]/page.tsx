import { notFound } from 'next/navigation'
import { Permitted } from '@/components/shell/permitted'
import { PersonParams } from '@/lib/contract/person'
import { PersonPage } from './person-page'

export const metadata = { title: 'Person' }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const read = PersonParams.safeParse(await params)
  if (!read.success) notFound()
  return (
    <Permitted permission="people.view">
      <PersonPage personId={read.data.id} />
    </Permitted>
  )
}
