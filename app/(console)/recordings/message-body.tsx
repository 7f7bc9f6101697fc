'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MessageView } from '@/components/messages/message-view'
import { messageOf, messagesOf } from '@/components/messages/shown-messages'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { DetailsPanel } from '@/components/recording-details/details-panel'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import type { RecordingDetail } from '@/lib/contract/recording'
import { Problem } from '@/lib/problem/problem'
import { commentsQuery, smsMessageQuery, transcriptQuery } from '@/lib/query/recordings'
import { PaneHead } from './pane-frame'
import type { RecordingPaneProps } from './recording-pane'
import { CommentsTab } from './recording-tabs'

type Tab = 'messages' | 'comments' | 'details'

/** A recording that is read: messages instead of a player. */
export function MessageBody(props: RecordingPaneProps & { recording: RecordingDetail }) {
  const { recording } = props
  const [tab, setTab] = useState<Tab>('messages')
  const comments = useQuery({
    ...commentsQuery(recording.id),
    enabled: recording.commentCount !== 0,
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
        ]}
      >
        <TabPanel value="messages" className="overflow-y-auto">
          <Messages recording={recording} />
        </TabPanel>
        <TabPanel value="comments" className="overflow-y-auto">
          <CommentsTab comments={comments} none={recording.commentCount === 0} />
        </TabPanel>
        <TabPanel value="details" className="overflow-y-auto">
          <DetailsPanel recording={recording} />
        </TabPanel>
      </Tabs>
    </div>
  )
}

/** A text message has its own call; other kinds may be kept as a transcript, each utterance a message. */
function Messages({ recording }: { recording: RecordingDetail }) {
  const asTranscript = recording.hasTranscript === true && recording.kind !== 'sms'
  const message = useQuery({ ...smsMessageQuery(recording.id), enabled: !asTranscript })
  const transcript = useQuery({ ...transcriptQuery(recording.id), enabled: asTranscript })
  const source = asTranscript ? transcript : message
  if (transcript.data !== undefined) {
    return <MessageView messages={messagesOf(recording, transcript.data)} />
  }
  if (message.data !== undefined) {
    return <MessageView messages={[messageOf(recording, message.data)]} />
  }
  if (source.error === null) return <p className="after-300ms p-4 text-muted">Reading…</p>
  const absent = source.error instanceof Problem && source.error.slug === 'not-found'
  if (absent) return <p className="p-4 text-muted">The text of this message was not recorded.</p>
  return <ProblemNotice error={source.error} onRetry={() => void source.refetch()} />
}
