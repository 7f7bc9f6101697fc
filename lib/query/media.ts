import { API } from '@/lib/contract/api'
import { apiUrl } from './api-url'

/**
 * The address of a recording's media, for a media element. Loading it is playing it, recorded under the reader's name:
 * set it only after Play. `as: 'wav'` asks for PCM WAV, when the browser refused the original.
 */
export function audioUrl(id: number, as?: 'wav'): string {
  return apiUrl(API.getAudio, { params: { id }, query: { as } })
}
