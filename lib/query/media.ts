import type { z } from 'zod'
import { API, type AudioQuery } from '@/lib/contract/api'
import { apiUrl } from './api-url'

/**
 * The address of a recording's media, for a media element. Loading it is playing it, recorded under the reader's name:
 * set it only after Play. `as: 'wav'` asks for PCM WAV, when the browser refused the original; `listening` joins the
 * requests of one press of Play, and `reason` names why it was pressed.
 */
export function audioUrl(id: number, query: z.input<typeof AudioQuery> = {}): string {
  return apiUrl(API.getAudio, { params: { id }, query })
}

/** The address of a recording's media as a file to keep; recorded as downloaded once it is opened. */
export function downloadUrl(id: number, reason?: string): string {
  return apiUrl(API.downloadMedia, { params: { id }, query: { reason } })
}
