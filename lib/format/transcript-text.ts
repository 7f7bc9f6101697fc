/** As much of an utterance as written forms need. Milliseconds from the start of the media. */
type Said = { speaker: string | null; startMs: number; endMs: number; text: string }
type Transcript = { utterances: readonly Said[] }

/** What stands at the head of a saved transcript. */
export type TranscriptHeading = { title: string; recordingId: number; link: string }

const two = (value: number): string => String(value).padStart(2, '0')

/** `1:03:18`, or `6:55` below an hour; milliseconds are cut off. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`
}

/** `01:03:18.500`, as WebVTT wants it (W3C WebVTT, section 4.1). */
export function vttTime(ms: number): string {
  const whole = Math.round(ms)
  const seconds = Math.floor(whole / 1000)
  const hours = two(Math.floor(seconds / 3600))
  const millis = String(whole % 1000).padStart(3, '0')
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${millis}`
}

/** Runs of blanks and line breaks as one blank. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const speakerOf = (utterance: Said): string => oneLine(utterance.speaker ?? '') || 'Unknown'

/** Readable text: a heading, then one paragraph an utterance with time and speaker. */
export function transcriptText(transcript: Transcript, heading: TranscriptHeading): string {
  const lines = transcript.utterances.map(
    (utterance) =>
      `[${clock(utterance.startMs)}] ${speakerOf(utterance)}: ${oneLine(utterance.text)}`,
  )
  return `${heading.title}\nRecording ${heading.recordingId}\n${heading.link}\n\n${lines.join('\n')}\n`
}

const vttEscaped = (text: string): string =>
  oneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** WebVTT captions, one cue an utterance with its speaker as voice; utterances without length get a millisecond. */
export function transcriptVtt(transcript: Transcript, heading: TranscriptHeading): string {
  const cues = transcript.utterances.map((utterance, index) => {
    const endMs = Math.max(utterance.endMs, utterance.startMs + 1)
    const voice = vttEscaped(speakerOf(utterance))
    return `${index + 1}\n${vttTime(utterance.startMs)} --> ${vttTime(endMs)}\n<v ${voice}>${vttEscaped(utterance.text)}</v>\n`
  })
  const note = vttEscaped(`${heading.title}, recording ${heading.recordingId}`)
  return `WEBVTT\n\nNOTE ${note}\n\n${cues.join('\n')}`
}
