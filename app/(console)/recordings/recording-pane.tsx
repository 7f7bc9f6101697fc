'use client'

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

/** One recording, to read and to hear. */
export function RecordingPane({ recordingId }: RecordingPaneProps) {
  return <section aria-label={`Recording ${recordingId}`} />
}
