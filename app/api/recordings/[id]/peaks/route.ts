import { peaksOf } from '@/lib/audio/peaks-of'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { Problem } from '@/lib/problem/problem'

export const GET = defineRoute(API.getPeaks, async ({ params, query, signal }) => {
  const peaks = await peaksOf(params.id, query.points, signal)
  if (peaks !== null) return peaks
  throw new Problem('not-found', 'There is no waveform until the recording is played.')
})
