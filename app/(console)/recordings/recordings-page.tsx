'use client'

import { RecordingsView } from '@/components/recordings/recordings-view'
import { RecordingPane } from './recording-pane'

/** The list, and the recording at hand beside it. */
export function RecordingsPage() {
  return <RecordingsView renderPane={(slot) => <RecordingPane layout="pane" {...slot} />} />
}
