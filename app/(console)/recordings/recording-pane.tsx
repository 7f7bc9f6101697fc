'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { isMessage } from '@/components/messages/shown-messages'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { type RevealedNames, revealedNames } from '@/components/recording-details/revealed-names'
import { Skeleton } from '@/components/ui/skeleton'
import type { RecordingDetail } from '@/lib/contract/recording'
import { Problem } from '@/lib/problem/problem'
import { recordingQuery } from '@/lib/query/recordings'
import { revealedQuery } from '@/lib/query/reveal'
import { MessageBody } from './message-body'
import { RecordingBody } from './recording-body'

export type RecordingPaneProps = {
  recordingId: number
  layout: 'pane' | 'page'
  /** Where the recording stands in the list it was opened from; `index` counts from 1. */
  position?: { index: number; total: number | null }
  onNext?: () => void
  onPrevious?: () => void
  /** Where a link points; a range when `toMs` is given. */
  startAt?: { atMs: number; toMs?: number }
  /** What to look for in the transcript at once. */
  find?: string
}

/** A recording that was read; with who is behind its pseudonyms once that is revealed. */
export type BodyProps = RecordingPaneProps & {
  recording: RecordingDetail
  names: RevealedNames | null
}

/** One recording, to read and to hear. It reads detail, transcript and comments; media only once Play is pressed. */
export function RecordingPane(props: RecordingPaneProps) {
  const { recordingId } = props
  const { data: read, error, refetch } = useQuery(recordingQuery(recordingId))
  const revealed = useQuery(revealedQuery(recordingId)).data
  const names = useMemo(
    () => (revealed === undefined ? null : revealedNames(revealed.masked, revealed.clear)),
    [revealed],
  )
  const recording = revealed?.clear ?? read
  if (recording === undefined) {
    return error === null ? (
      <Awaited />
    ) : (
      <ProblemNotice
        error={error}
        onRetry={() => void refetch()}
        {...(isNotFound(error) && { title: `There is no recording ${recordingId}` })}
      />
    )
  }
  // Another recording is another player: nothing of the last one may go on sounding.
  return isMessage(recording) ? (
    <MessageBody key={recordingId} {...props} recording={recording} names={names} />
  ) : (
    <RecordingBody key={recordingId} {...props} recording={recording} names={names} />
  )
}

const isNotFound = (error: unknown) => error instanceof Problem && error.slug === 'not-found'

/** The shape of what comes. */
function Awaited() {
  return (
    <div role="status" aria-label="Reading the recording" className="flex flex-col gap-3 p-4">
      <Skeleton className="h-5 w-2/3" />
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-8 w-full" />
      <Skeleton className="h-64 w-full" />
    </div>
  )
}
