'use client'

import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react'
import { RecordingPlayer } from '@/components/player/recording-player'
import { refusalOf } from '@/components/player/refusal'
import { usePlayer } from '@/components/player/use-player'
import { ReasonChip } from '@/components/reasons/reason-chip'
import { useReasons } from '@/components/reasons/reasons'
import { conversationText } from '@/components/recording-details/conversation'
import { nameSpeakers, nameWriters } from '@/components/recording-details/revealed-names'
import { useViewer } from '@/components/shell/viewer'
import { useFind } from '@/components/transcript/use-find'
import { notify } from '@/components/ui/notify'
import { useShortcut } from '@/components/ui/shortcut'
import type { CommentList } from '@/lib/contract/comment'
import type { Transcript, Utterance } from '@/lib/contract/transcript'
import { commentsQuery, transcriptQuery } from '@/lib/query/recordings'
import { recordingHref } from '@/lib/url/recording-url'
import { PaneFoot, PaneHead } from './pane-frame'
import type { BodyProps } from './recording-pane'
import { RecordingTabs } from './recording-tabs'
import { TranscriptColumn } from './transcript-column'
import { useWidePage } from './use-wide-page'

const NOTHING_SAID: readonly Utterance[] = []

/** A recording that is heard: player above, transcript, comments and details beneath or beside. */
export function RecordingBody(props: BodyProps) {
  const { recording, names, layout, startAt, find: sought } = props
  const { id } = recording
  const { permissions } = useViewer()
  const { ask } = useReasons()
  const findRef = useRef<HTMLInputElement>(null)
  const transcript = useQuery({
    ...transcriptQuery(id),
    enabled: recording.hasTranscript !== false,
    select: useCallback(
      (read: Transcript) => (names === null ? read : nameSpeakers(read, names)),
      [names],
    ),
  })
  const comments = useQuery({
    ...commentsQuery(id),
    enabled: recording.commentCount !== 0,
    select: useCallback(
      (read: CommentList) => (names === null ? read : nameWriters(read, names)),
      [names],
    ),
  })
  const utterances = transcript.data?.utterances ?? NOTHING_SAID
  const player = usePlayer({
    recordingId: id,
    durationMs: recording.durationMs ?? lengthOf(transcript.data),
    startAt,
    beforePlay: (refused) => ask({ purpose: 'play', tags: recording.tags, refused }),
  })
  const find = useFind(
    utterances,
    sought ?? '',
    useCallback(() => player.state().positionMs, [player]),
  )
  const marks = useMemo(
    () => ({
      comments: (comments.data?.comments ?? []).flatMap((comment) => comment.positionMs ?? []),
      hits: find.hits.map((hit) => hit.atMs),
    }),
    [comments.data, find.hits],
  )
  const linkTo = useCallback((atMs: number, toMs?: number) => linkOf(id, atMs, toMs), [id])
  const copyLink = async () => {
    const { range, positionMs } = player.state()
    await navigator.clipboard.writeText(
      range === null ? linkTo(positionMs) : linkTo(range.startMs, range.endMs),
    )
    notify(range === null ? 'Link to this second copied' : 'Link to the range copied')
  }
  const focusFind = () => {
    findRef.current?.focus()
    findRef.current?.select()
  }
  useShortcut('mod+f', 'Find in the transcript', focusFind, {
    group: 'Transcript',
    enabled: layout === 'page' && utterances.length > 0,
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement
    const wantsFind = event.key === '/' || ((event.ctrlKey || event.metaKey) && event.key === 'f')
    if (typing || !wantsFind || findRef.current === null) return
    event.preventDefault()
    focusFind()
  }

  const wide = useWidePage() && layout === 'page'
  const shared = {
    recording,
    transcript,
    player,
    find,
    findRef,
    linkTo,
    title: conversationText(recording),
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for find, wherever in the pane the focus is
    <div
      onKeyDown={onKeyDown}
      className={clsx('@container flex h-full min-h-0', !wide && 'flex-col')}
    >
      <div
        className={clsx(
          'flex min-h-0 flex-col',
          wide ? 'w-[56%] border-line border-r' : 'h-full w-full',
        )}
      >
        <PaneHead {...props}>
          <RecordingPlayer
            player={player}
            recording={recording}
            utterances={utterances}
            marks={marks}
            refusal={refusalOf(recording, permissions.includes('recordings.play'), Date.now())}
            onCopyLink={() => void copyLink()}
          />
          <ReasonChip />
        </PaneHead>
        <RecordingTabs {...shared} comments={comments} withTranscript={!wide} />
        <PaneFoot player={player} />
      </div>
      {wide && <TranscriptColumn {...shared} />}
    </div>
  )
}

const lengthOf = (transcript: Transcript | undefined): number | null =>
  transcript === undefined || transcript.utterances.length === 0
    ? null
    : Math.max(...transcript.utterances.map((utterance) => utterance.endMs))

/** A place is linked to by the second, a range by its tenths. */
function linkOf(id: number, atMs: number, toMs?: number): string {
  const place =
    toMs === undefined
      ? { atMs: Math.floor(atMs / 1000) * 1000 }
      : { atMs: Math.floor(atMs / 100) * 100, toMs: Math.ceil(toMs / 100) * 100 }
  return new URL(recordingHref(id, place), window.location.origin).href
}
