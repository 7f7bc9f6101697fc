import { sideOfUtterance } from '@/lib/contract/party-side'
import type { RecordingDetail } from '@/lib/contract/recording'
import type { Transcript } from '@/lib/contract/transcript'
import type { FocusCall } from '@/lib/focus/client'
import type { AboutRecording } from '@/lib/focus/focus'
import { toCommentList } from '@/lib/focus/wire/comment'
import { toRecordingDetail } from '@/lib/focus/wire/recording'
import { toSmsMessage } from '@/lib/focus/wire/sms-message'
import { toTranscript } from '@/lib/focus/wire/transcript'
import { transcriptText, transcriptVtt } from '@/lib/format/transcript-text'
import type { BagContent, BagWriter } from './bag-writer'
import { fetchMedia } from './media-piece'
import type { MakingParts } from './order'
import { type Missing, readPiece } from './read-piece'
import { recordingTitle } from './recording-title'

const MESSAGE_KINDS = ['sms', 'whatsapp', 'chat', 'email']

/** What was packed of one recording: what the ledger keeps of it, and what the page in the package shows. */
export type PackedRecording = {
  detail: RecordingDetail | null
  mediaBytes: number
  files: number
  missing: Missing[]
  /** One JSON object, a line for the page. */
  shown: ShownRecording
}

/** One recording as `index.html` shows it. Paths are below the bag's folder. */
export type ShownRecording = {
  id: number
  title: string
  detail: RecordingDetail | null
  files: string[]
  media: { path: string; contentType: string } | null
  /** Milliseconds, speaker, side (internal or external), words. */
  said: [number, string | null, string, string][]
  message: unknown
  comments: unknown[]
  /** Rows of Focus's audit as Focus sent them. */
  audit: readonly unknown[]
  missing: Missing[]
}

type Packing = {
  bag: BagWriter
  parts: Pick<MakingParts, 'focus' | 'createFile' | 'pause'>
  withMedia: boolean
  call: FocusCall
}

/**
 * Reads everything there is of one recording, one call after the other, and packs it. Focus's audit is read last, so that it
 * has this very reading. What could not be had is in `missing`; throws what fails the whole package.
 */
export async function packRecording(id: number, packing: Packing): Promise<PackedRecording> {
  const { bag, parts, withMedia, call } = packing
  const missing: Missing[] = []
  const paths: string[] = []
  const folder = `recordings/${id}`
  const add = async (name: string, content: BagContent, as?: 'stored') => {
    const { path, sizeBytes } = await bag.addPayload(`${folder}/${name}`, content, as)
    paths.push(path)
    return { path, sizeBytes }
  }
  const read = async (name: AboutRecording, what: string, file: string, expected: boolean) => {
    const rows = await readPiece(
      { recordingId: id, what, expected },
      () => parts.focus.readAsSent(name, id, call),
      parts,
      call.signal,
      missing,
    )
    // A reply that is one object is written as one.
    const single = name === 'getComments' || name === 'getAccessAudit' ? rows : rows?.[0]
    if (rows !== null) await add(`focus/${file}`, json(single))
    return rows
  }

  const asSent = await read('getRecording', 'details', 'recording.json', true)
  const detail = asSent === null ? null : toRecordingDetail(asSent[0])
  if (asSent !== null && detail?.id !== id)
    missing.push({ recordingId: id, what: 'details', why: 'What Focus sent could not be read.' })
  if (detail !== null) await add('recording.json', json(detail))
  const title = detail === null ? `Recording ${id}` : recordingTitle(detail)

  const saidRows =
    asSent === null || detail?.hasTranscript === false
      ? null
      : await read('getTranscript', 'transcript', 'transcript.json', detail?.hasTranscript === true)
  const transcript = saidRows === null ? null : toTranscript(id, saidRows[0])
  if (saidRows !== null && transcript === null)
    missing.push({ recordingId: id, what: 'transcript', why: 'What Focus sent could not be read.' })
  if (transcript !== null) {
    const heading = { title, recordingId: id, link: 'As packed in evidence' }
    await add('transcript.json', json(transcript))
    await add('transcript.vtt', transcriptVtt(transcript, heading))
    await add('transcript.txt', transcriptText(transcript, heading))
  }

  const isMessage = MESSAGE_KINDS.includes(detail?.kind ?? '')
  const messageRows = isMessage
    ? await read('getSmsMessage', 'message', 'message.json', transcript === null)
    : null
  const message = messageRows === null ? null : toSmsMessage(id, messageRows[0])
  if (message !== null) await add('message.json', json(message))

  const commentRows =
    asSent === null ? null : await read('getComments', 'comments', 'comments.json', false)
  const comments = toCommentList(id, { rows: [...(commentRows ?? [])] }).comments

  const hasMedia =
    detail !== null &&
    detail.thirdPartyId !== null &&
    (detail.hasAudio !== false || detail.hasVideo === true)
  const { thirdPartyId } = detail ?? {}
  let media: ShownRecording['media'] = null
  let mediaBytes = 0
  if (withMedia && hasMedia && thirdPartyId && !(isMessage && detail.hasAudio === null)) {
    const piece = await readPiece(
      { recordingId: id, what: 'media', expected: true },
      () => fetchMedia(thirdPartyId, parts.focus, parts.createFile, call),
      parts,
      call.signal,
      missing,
    )
    if (piece !== null) {
      try {
        const added = await add(`media.${piece.extension}`, piece.file.read(), 'stored')
        media = { path: added.path, contentType: piece.contentType }
        mediaBytes = added.sizeBytes
      } finally {
        await piece.file.close()
      }
    }
  } else if (withMedia && detail !== null && !hasMedia && !isMessage) {
    missing.push({ recordingId: id, what: 'media', why: 'Focus holds no media of it.' })
  }

  const audit =
    asSent === null ? null : await read('getAccessAudit', 'audit of Focus', 'audit.json', true)
  const shown: ShownRecording = {
    id,
    title,
    detail,
    files: paths,
    media,
    said: saidOf(detail, transcript),
    message,
    comments,
    audit: audit ?? [],
    missing,
  }
  return { detail, mediaBytes, files: paths.length, missing, shown }
}

function saidOf(detail: RecordingDetail | null, transcript: Transcript | null) {
  return (transcript?.utterances ?? []).map((utterance): ShownRecording['said'][number] => [
    utterance.startMs,
    utterance.speaker,
    detail === null ? 'external' : sideOfUtterance(detail, utterance),
    utterance.text,
  ])
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
