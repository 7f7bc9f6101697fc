'use client'

import { useReasons } from '@/components/reasons/reasons'
import { RecordingsView } from '@/components/recordings/recordings-view'
import { ListEvidence } from './evidence-button'
import { RecordingPane } from './recording-pane'

/** The list, and the recording at hand beside it. */
export function RecordingsPage() {
  const { ask } = useReasons()
  return (
    <RecordingsView
      renderPane={(slot) => <RecordingPane layout="pane" {...slot} />}
      renderEvidence={(chosen) => <ListEvidence {...chosen} />}
      askWhy={(refused) => ask({ purpose: 'export', refused })}
    />
  )
}
