import type { ApiName } from '@/lib/contract/api'

/** What is written down of a call; null for calls that show nothing of anybody's communications. */
export const LEDGER_ACTIONS = {
  searchRecordings: 'search',
  explainSearch: null,
  getRecording: 'view',
  getTranscript: 'transcript-read',
  getSmsMessage: 'sms-read',
  getComments: 'comments-read',
  getAudio: 'play',
  // Only of what is being played, which was written down.
  getPeaks: null,
  getPeopleNames: 'people-search',
  getSession: null,
  getStatus: null,
  getHealth: null,
  getReadiness: null,
  getOpenApi: null,
} as const satisfies Record<ApiName, string | null>

export type LedgerAction = Exclude<(typeof LEDGER_ACTIONS)[ApiName], null>
