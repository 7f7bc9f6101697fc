'use client'

import { useReasons } from '@/components/reasons/reasons'
import { RecordingsView } from '@/components/recordings/recordings-view'
import { RecordingPane } from './recording-pane'

/** The list, and the recording at hand beside it. */
export function RecordingsPage() {
  const { ask } = useReasons()
  return (
    <RecordingsView
      renderPane={(slot) => <RecordingPane layout="pane" {...slot} />}
      askWhy={(refused) => ask({ purpose: 'export', refused })}
    />
  )
}
