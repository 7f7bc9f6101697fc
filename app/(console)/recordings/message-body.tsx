'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { AccessPanel } from '@/components/audit/access-panel'
import { MessageView } from '@/components/messages/message-view'
import { messageOf, messagesOf } from '@/components/messages/shown-messages'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { DetailsPanel } from '@/components/recording-details/details-panel'
import { nameEnds, nameSpeakers, nameWriters } from '@/components/recording-details/revealed-names'
import { useViewer } from '@/components/shell/viewer'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import type { CommentList } from '@/lib/contract/comment'
import { Problem } from '@/lib/problem/problem'
import { commentsQuery, smsMessageQuery, transcriptQuery } from '@/lib/query/recordings'
import { PaneHead } from './pane-frame'
import type { BodyProps } from './recording-pane'
import { CommentsTab } from './recording-tabs'

type Tab = 'messages' | 'comments' | 'details' | 'access'

/** A recording that is read: messages instead of a player. */
export function MessageBody(props: BodyProps) {
  const { recording, names } = props
  const [tab, setTab] = useState<Tab>('messages')
  const mayAudit = useViewer().permissions.includes('audit.read')
  const comments = useQuery({
    ...commentsQuery(recording.id),
    enabled: recording.commentCount !== 0,
    select: useCallback(
      (read: CommentList) => (names === null ? read : nameWriters(read, names)),
      [names],
    ),
  })
  const count = comments.data?.comments.length ?? recording.commentCount
  return (
    <div className="@container flex h-full min-h-0 flex-col">
      <PaneHead {...props}>{null}</PaneHead>
      <Tabs
        label="About the recording"
        value={tab}
        onValueChange={setTab}
        className="min-h-0 grow border-line border-t"
        tabs={[
          { value: 'messages', label: 'Messages' },
          { value: 'comments', label: count === null ? 'Comments' : `Comments ${count}` },
          { value: 'details', label: 'Details' },
          ...(mayAudit ? [{ value: 'access' as const, label: 'Access' }] : []),
        ]}
      >
        <TabPanel value="messages" className="overflow-y-auto">
          <Messages recording={recording} names={names} />
        </TabPanel>
        <TabPanel value="comments" className="overflow-y-auto">
          <CommentsTab comments={comments} none={recording.commentCount === 0} />
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
    </div>
  )
}

/** A text message has its own call; other kinds may be kept as a transcript, each utterance a message. */
function Messages({ recording, names }: Pick<BodyProps, 'recording' | 'names'>) {
  const asTranscript = recording.hasTranscript === true && recording.kind !== 'sms'
  const message = useQuery({ ...smsMessageQuery(recording.id), enabled: !asTranscript })
  const transcript = useQuery({ ...transcriptQuery(recording.id), enabled: asTranscript })
  const source = asTranscript ? transcript : message
  if (transcript.data !== undefined) {
    const said = names === null ? transcript.data : nameSpeakers(transcript.data, names)
    return <MessageView messages={messagesOf(recording, said)} />
  }
  if (message.data !== undefined) {
    const text = names === null ? message.data : nameEnds(message.data, names)
    return <MessageView messages={[messageOf(recording, text)]} />
  }
  if (source.error === null) return <p className="after-300ms p-4 text-muted">Reading…</p>
  const absent = source.error instanceof Problem && source.error.slug === 'not-found'
  if (absent) return <p className="p-4 text-muted">The text of this message was not recorded.</p>
  return <ProblemNotice error={source.error} onRetry={() => void source.refetch()} />
}
