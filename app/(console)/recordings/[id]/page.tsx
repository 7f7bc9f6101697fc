import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageTitle } from '@/components/shell/page-title'
import { Permitted } from '@/components/shell/permitted'
import { parseRecordingId, parseRecordingPlace } from '@/lib/url/recording-url'
import { RecordingPane } from '../recording-pane'

type PageProps = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const id = parseRecordingId((await params).id)
  return { title: id === null ? 'No such recording' : `Recording ${id}` }
}

/** One recording on its own page, at the second or the range that the link names. */
export default async function RecordingPage({ params, searchParams }: PageProps) {
  const recordingId = parseRecordingId((await params).id)
  if (recordingId === null) notFound()
  const query = await searchParams
  const get = (name: string) => [query[name]].flat()[0] ?? null
  const { atMs, toMs, q } = parseRecordingPlace({ get })
  return (
    <Permitted permission="recordings.read">
      <PageTitle>{`Recording ${recordingId}`}</PageTitle>
      <RecordingPane
        recordingId={recordingId}
        layout="page"
        {...(atMs !== undefined && { startAt: { atMs, ...(toMs !== undefined && { toMs }) } })}
        {...(q !== undefined && { find: q })}
      />
    </Permitted>
  )
}
