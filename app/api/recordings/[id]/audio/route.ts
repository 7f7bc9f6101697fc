import { openPlayback, playbacks } from '@/lib/audio/playback'
import { defineStream } from '@/lib/bff/define-stream'
import { demandReason, type Reasoned, tagsDecide, tagsSeen } from '@/lib/bff/reasons'
import { API } from '@/lib/contract/api'
import type { FocusCall } from '@/lib/focus/client'
import { focus } from '@/lib/focus/focus'
import { whoseCalls } from '@/lib/ledger/whose-calls'
import { Problem } from '@/lib/problem/problem'

export const GET = defineStream(
  API.getAudio,
  async (input) => {
    const { params, query, request, signal } = input
    const playback = await playbackOf(params.id, input)
    return playback.respond({ range: request.headers.get('range'), as: query.as, signal })
  },
  // A seek ends one request and begins the next: writing that one down must not let the download lapse.
  ({ params }) => playbacks().find(params.id)?.hold(null) ?? (() => {}),
)

/** The playback that is kept, else a new one: only then is Focus asked where the media is. */
async function playbackOf(recordingId: number, call: FocusCall & Reasoned) {
  const kept = playbacks().find(recordingId)
  const seen = tagsDecide(call) ? tagsSeen(recordingId) : []
  if (kept !== null && !kept.spent && seen !== null) {
    demandReason(call, seen)
    return kept
  }
  const detail = await focus().getRecording(recordingId, call)
  whoseCalls().remember([detail])
  demandReason(call, detail.tags)
  const { thirdPartyId, hasAudio, hasVideo, sizeBytes, durationMs } = detail
  if (thirdPartyId === null || (hasAudio === false && hasVideo !== true))
    throw new Problem('not-found', 'This recording has no media.')
  return openPlayback({
    recordingId,
    open: (signal) => focus().openMedia(thirdPartyId, { ...call, signal, recordingId }),
    sizeHint: sizeBytes,
    durationHintMs: durationMs,
    signal: call.signal,
  })
}
