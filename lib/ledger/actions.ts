import type { ApiName } from '@/lib/contract/api'
import type { LedgerAction } from '@/lib/contract/ledger'

/** What is written down of a call; null for calls that show nothing of anybody's communications. */
export const ACTION_OF = {
  searchRecordings: 'search',
  explainSearch: 'search',
  tallyRecordings: 'search',
  getRecording: 'view',
  getTranscript: 'transcript-read',
  getSmsMessage: 'sms-read',
  getComments: 'comments-read',
  getAudio: 'play',
  // Lands in the entries of the play it belongs to.
  reportHeard: null,
  downloadMedia: 'download',
  revealRecording: 'reveal',
  // Stands in the intent of what it is the reason for.
  giveReason: null,
  beginExport: 'export',
  gatherAudit: 'audit-read',
  getAuditActors: 'audit-read',
  getFindingContext: 'audit-read',
  getDismissals: 'audit-read',
  dismissFinding: 'finding-dismiss',
  // Sizes and roots alone.
  getLedgerState: null,
  verifyLedger: 'ledger-verify',
  getLedgerEntry: 'ledger-read',
  exportLedger: 'ledger-export',
  makeEvidence: 'evidence-export',
  // The caller's own packages, each of which was written down when it was begun.
  listEvidence: null,
  cancelEvidence: null,
  downloadEvidence: 'evidence-export',
  getRetentionGroups: 'retention-read',
  getRetentionMembers: 'retention-read',
  forecastRetention: 'retention-read',
  // Only of what is being played, which was written down.
  getPeaks: null,
  readDirectory: 'people-search',
  // Counts and hashes; the directory they rest on was written down when it was read.
  signReconciliation: null,
  getPeopleNames: 'people-search',
  searchPeople: 'people-search',
  getPerson: 'people-search',
  getPersonActivity: 'people-search',
  searchEndpoints: 'people-search',
  lookUpEndpoints: 'people-search',
  searchUsers: 'people-search',
  explainDirectory: 'people-search',
  // Names and addresses of lists; what a list shows is written down when it is asked for.
  listSavedViews: null,
  saveView: null,
  removeView: null,
  setDefaultView: null,
  getSession: null,
  getStatus: null,
  getHealth: null,
  getReadiness: null,
  getOpenApi: null,
} as const satisfies Record<ApiName, LedgerAction | null>
