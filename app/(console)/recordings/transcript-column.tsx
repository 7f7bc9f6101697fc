'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import type { RefObject } from 'react'
import type { Player } from '@/components/player/player'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { useReasons } from '@/components/reasons/reasons'
import { TranscriptActions } from '@/components/transcript/transcript-actions'
import { TranscriptPanel } from '@/components/transcript/transcript-panel'
import type { Find } from '@/components/transcript/use-find'
import { notify } from '@/components/ui/notify'
import { Skeleton } from '@/components/ui/skeleton'
import type { Recording } from '@/lib/contract/recording'
import type { Transcript } from '@/lib/contract/transcript'
import { Problem } from '@/lib/problem/problem'
import { type AskWhy, reasonedExport } from '@/lib/query/reasoned-export'
import { recordingHref } from '@/lib/url/recording-url'

export type TranscriptParts = {
  recording: Recording
  transcript: UseQueryResult<Transcript>
  player: Player
  find: Find
  findRef: RefObject<HTMLInputElement | null>
  linkTo: (atMs: number, toMs?: number) => string
  /** Who spoke with whom, for what is saved and printed. */
  title: string
}

const headingOf = ({ recording, title }: TranscriptParts) => ({
  title,
  recordingId: recording.id,
  link: new URL(recordingHref(recording.id), window.location.origin).href,
})

/** The transcript beside the player, with its own head. */
export function TranscriptColumn(props: TranscriptParts) {
  return (
    <section aria-label="Transcript" className="flex min-h-0 min-w-0 grow flex-col">
      <div className="flex h-9 shrink-0 items-center gap-3 border-line border-b px-4">
        <h3 className="grow font-semibold">Transcript</h3>
        <TranscriptHead {...props} />
      </div>
      <TranscriptBody {...props} />
    </section>
  )
}

/** Find, save and print; nothing where there is no transcript. */
export function TranscriptHead(props: TranscriptParts) {
  const { recording, transcript, find, findRef } = props
  const { ask } = useReasons()
  const said = transcript.data
  if (said === undefined || said.utterances.length === 0) return null
  return (
    <TranscriptActions
      transcript={said}
      heading={headingOf(props)}
      find={find}
      findRef={findRef}
      beforeSave={(format) =>
        maySave(recording, said, format, (refused) =>
          ask({ purpose: 'export', tags: recording.tags, refused }),
        )
      }
    />
  )
}

/** Whether the ledger has it: nothing is saved before. */
async function maySave(
  { id }: Recording,
  { utterances }: Transcript,
  format: 'txt' | 'vtt' | 'json',
  askWhy: AskWhy,
): Promise<boolean> {
  const of = {
    of: 'transcript',
    format,
    filter: '',
    zone: 'from the start',
    recordingId: id,
  } as const
  try {
    return (await reasonedExport({ ...of, rows: utterances.length }, askWhy)) !== 'cancelled'
  } catch (error) {
    notify('Nothing was saved', error instanceof Error ? error.message : undefined)
    return false
  }
}

/** The transcript, or why there is none. */
export function TranscriptBody(props: TranscriptParts) {
  const { recording, transcript, player, find, linkTo } = props
  const { data, error, refetch } = transcript
  const none =
    recording.hasTranscript === false || isNotFound(error) || data?.utterances.length === 0
  if (none) return <p className="p-4 text-muted">This recording has no transcript.</p>
  if (data !== undefined) {
    return (
      <div className="min-h-0 grow">
        <TranscriptPanel
          player={player}
          recording={recording}
          transcript={data}
          find={find}
          heading={headingOf(props)}
          linkTo={linkTo}
        />
      </div>
    )
  }
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  return (
    <div role="status" aria-label="Reading the transcript" className="flex flex-col gap-4 p-4">
      <Skeleton className="h-10 w-5/6" />
      <Skeleton className="h-10 w-3/4" />
      <Skeleton className="h-10 w-4/5" />
    </div>
  )
}

const isNotFound = (error: unknown) => error instanceof Problem && error.slug === 'not-found'
