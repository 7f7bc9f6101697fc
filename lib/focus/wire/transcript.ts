import { z } from 'zod'
import type { Transcript, Utterance, Word } from '@/lib/contract/transcript'
import { optional, wireAmount, wireCount, wireId, wireList, wireNumber, wireText } from './field'
import { isAbout } from './recording'
import { type NoteUnreadable, readRow, readRows, unnoted } from './row'

/** The reply of call 4; all assumed. */
export const FocusTranscript = z.object({
  interactionId: optional(wireId),
  recordingId: optional(wireId),
  language: optional(wireText),
  segments: wireList,
})

export const FocusSegment = z.object({
  speaker: optional(wireText),
  personId: optional(wireId),
  channel: optional(wireCount),
  startMs: wireAmount,
  endMs: optional(wireAmount),
  text: optional(z.string()),
  confidence: optional(wireNumber),
  sentiment: optional(z.union([z.string(), z.number()])),
  words: optional(wireList),
})

export const FocusWord = z.object({
  text: z.string(),
  startMs: wireAmount,
  endMs: optional(wireAmount),
  confidence: optional(wireNumber),
})

/** The transcript in order of time; null when it cannot be read, or is another recording's. */
export function toTranscript(recordingId: number, raw: unknown, note = unnoted): Transcript | null {
  const read = readRow(FocusTranscript, raw)
  if (read === null || !isAbout(recordingId, read.row)) return null
  const { rows, unreadable } = readRows(read.row.segments, (segment) => toUtterance(segment, note))
  note(unreadable)
  return {
    recordingId,
    language: read.row.language ?? null,
    utterances: rows.sort((a, b) => a.startMs - b.startMs),
    unreadable,
  }
}

/** Null without a start, or with neither text nor words. */
function toUtterance(raw: unknown, note: NoteUnreadable): Utterance | null {
  const read = readRow(FocusSegment, raw)
  if (read === null) return null
  const { row } = read
  const { rows: words, unreadable } = readRows(row.words ?? [], toWord)
  const text = row.text ?? words.map((word) => word.text).join(' ')
  if (row.text === undefined && words.length === 0) return null
  note(unreadable)
  return {
    speaker: row.speaker ?? null,
    personId: row.personId ?? null,
    channel: row.channel ?? null,
    startMs: row.startMs,
    endMs: Math.max(row.startMs, row.endMs ?? words.at(-1)?.endMs ?? row.startMs),
    text,
    confidence: row.confidence ?? null,
    sentiment: row.sentiment ?? null,
    words,
  }
}

function toWord(raw: unknown): Word | null {
  const read = readRow(FocusWord, raw)
  if (read === null) return null
  const { text, startMs, endMs, confidence } = read.row
  return {
    text,
    startMs,
    endMs: Math.max(startMs, endMs ?? startMs),
    confidence: confidence ?? null,
  }
}
