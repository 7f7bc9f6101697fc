import { openPlayback, playbacks } from '@/lib/audio/playback'
import { defineStream } from '@/lib/bff/define-stream'
import { API } from '@/lib/contract/api'
import { type Focus, focus } from '@/lib/focus/focus'
import { Problem } from '@/lib/problem/problem'

type Call = Parameters<Focus['getRecording']>[1]

export const GET = defineStream(API.getAudio, async (input) => {
  const { params, query, request, signal, requestId } = input
  const playback = await playbackOf(params.id, { signal, requestId })
  return playback.respond({ range: request.headers.get('range'), as: query.as, signal })
})

/** The playback that is kept, else a new one: only then is Focus asked where the media is. */
async function playbackOf(recordingId: number, call: Call) {
  const kept = playbacks().find(recordingId)
  if (kept !== null && !kept.spent) return kept
  const { thirdPartyId, hasAudio, hasVideo, sizeBytes, durationMs } = await focus().getRecording(
    recordingId,
    call,
  )
  if (thirdPartyId === null || (hasAudio === false && hasVideo !== true))
    throw new Problem('not-found', 'This recording has no media.')
  return openPlayback({
    recordingId,
    open: (signal) => focus().openMedia(thirdPartyId, { ...call, signal }),
    sizeHint: sizeBytes,
    durationHintMs: durationMs,
    signal: call.signal,
  })
}
