'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { AccessPanel } from '@/components/audit/access-panel'
import { CommentsPanel } from '@/components/comments/comments-panel'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { DetailsPanel } from '@/components/recording-details/details-panel'
import { useViewer } from '@/components/shell/viewer'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import type { CommentList } from '@/lib/contract/comment'
import type { RecordingDetail } from '@/lib/contract/recording'
import { TranscriptBody, TranscriptHead, type TranscriptParts } from './transcript-column'

type RecordingTabsProps = TranscriptParts & {
  recording: RecordingDetail
  comments: UseQueryResult<CommentList>
  /** False where the transcript stands beside. */
  withTranscript: boolean
}

type Tab = 'transcript' | 'comments' | 'details' | 'access'

/** What is written of a recording, beneath what is heard of it. */
export function RecordingTabs(props: RecordingTabsProps) {
  const { recording, comments, withTranscript, player } = props
  const mayAudit = useViewer().permissions.includes('audit.read')
  const [chosen, setChosen] = useState<Tab>('transcript')
  const tab = chosen === 'transcript' && !withTranscript ? 'details' : chosen
  const count = comments.data?.comments.length ?? recording.commentCount
  return (
    <Tabs
      label="About the recording"
      value={tab}
      onValueChange={setChosen}
      className="min-h-0 grow border-line border-t"
      tabs={[
        ...(withTranscript ? [{ value: 'transcript' as const, label: 'Transcript' }] : []),
        { value: 'comments', label: count === null ? 'Comments' : `Comments ${count}` },
        { value: 'details', label: 'Details' },
        ...(mayAudit ? [{ value: 'access' as const, label: 'Access' }] : []),
      ]}
      actions={tab === 'transcript' && <TranscriptHead {...props} />}
    >
      {withTranscript && (
        <TabPanel value="transcript" className="flex flex-col">
          <TranscriptBody {...props} />
        </TabPanel>
      )}
      <TabPanel value="comments" className="overflow-y-auto">
        <CommentsTab comments={comments} none={recording.commentCount === 0} onSeek={player.seek} />
      </TabPanel>
      <TabPanel value="details" className="overflow-y-auto">
        <DetailsPanel recording={recording} />
      </TabPanel>
      {mayAudit && (
        <TabPanel value="access">
          <AccessPanel recordingId={recording.id} durationMs={recording.durationMs} />
        </TabPanel>
      )}
    </Tabs>
  )
}

type CommentsTabProps = {
  comments: UseQueryResult<CommentList>
  /** Known to have none, so none were asked for. */
  none: boolean
  onSeek?: (ms: number) => void
}

export function CommentsTab({ comments, none, onSeek }: CommentsTabProps) {
  if (none) return <p className="p-4 text-muted">Nobody has commented on this.</p>
  if (comments.data !== undefined) {
    return <CommentsPanel list={comments.data} {...(onSeek !== undefined && { onSeek })} />
  }
  if (comments.error === null) return <p className="after-300ms p-4 text-muted">Reading…</p>
  return <ProblemNotice error={comments.error} onRetry={() => void comments.refetch()} />
}
