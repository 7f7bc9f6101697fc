import { mediaFile, mediaFileName } from '@/lib/audio/media-file'
import { defineFile } from '@/lib/bff/define-file'
import { demandReason } from '@/lib/bff/reasons'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { whoseCall, whoseCalls } from '@/lib/ledger/whose-calls'
import { Problem } from '@/lib/problem/problem'

export const GET = defineFile(API.downloadMedia, async (input) => {
  const detail = await focus().getRecording(input.params.id, input)
  whoseCalls().remember([detail])
  input.note({ whose: [whoseCall(detail)] })
  demandReason(input, detail.tags)
  const { thirdPartyId, hasAudio, hasVideo } = detail
  if (thirdPartyId === null || (hasAudio === false && hasVideo !== true))
    throw new Problem('not-found', 'This recording has no media.')
  const media = await focus().openMedia(thirdPartyId, { ...input, recordingId: detail.id })
  const { contentType, extension, sizeBytes, body } = await mediaFile(media)
  const fileName = mediaFileName(detail, extension)
  const headers: Record<string, string> =
    sizeBytes === null ? {} : { 'Content-Length': String(sizeBytes) }
  return { status: 200, headers, body, fileName, contentType }
})
