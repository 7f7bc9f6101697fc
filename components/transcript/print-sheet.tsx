'use client'

import './print.css'
import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { Transcript } from '@/lib/contract/transcript'
import { clock, type TranscriptHeading } from '@/lib/format/transcript-text'

type PrintSheetProps = { transcript: Transcript; heading: TranscriptHeading }

/** The whole transcript on paper. It is in the page only while the page is being printed. */
export function PrintSheet({ transcript, heading }: PrintSheetProps) {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // The browser takes its picture right after this event, so the sheet must stand by then.
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  if (!printing) return null
  return createPortal(
    <div className="transcript-sheet hidden text-[11pt] text-black leading-snug print:block">
      <h1 className="font-semibold text-[14pt]">{heading.title}</h1>
      <p className="mb-4 text-[9pt]">
        Recording {heading.recordingId} · {heading.link}
      </p>
      {transcript.utterances.map((utterance, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a printed list does not change
        <p key={index} className="mb-2">
          <span className="tabular-nums">{clock(utterance.startMs)}</span>{' '}
          <strong>{utterance.speaker ?? 'Unknown'}:</strong> {utterance.text}
        </p>
      ))}
    </div>,
    document.body,
  )
}
