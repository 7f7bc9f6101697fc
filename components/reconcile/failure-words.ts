import type { Reconciliation } from './reconcile-session'
import type { Questions } from './worker-messages'

/** What a worker was doing that is no more. */
export const BROKEN_OFF: Record<Reconciliation['phase'], string> = {
  empty: 'This browser could not open the file.',
  opening: 'This browser could not open the file.',
  columns: 'This browser let go of the file. Drop it again.',
  loading: 'Reading Focus’s side broke off in this browser. It may be short of memory.',
  comparing: 'Comparing the two sides broke off in this browser. It may be short of memory.',
  done: 'This browser let go of what was found. It may be short of memory. Compare again.',
}

/** What has not been done where a question is not answered. */
export const UNANSWERED: Record<keyof Questions, string> = {
  list: 'The mismatches could not be listed.',
  rows: 'Some of the rows could not be shown.',
  count: 'The chosen could not be counted.',
  detail: 'The evidence could not be shown.',
  'fix-list': 'The fix list could not be written.',
  summary: 'The summary could not be written.',
  'set-aside': 'Nothing was set aside.',
  'take-back': 'It could not be taken back.',
  asides: 'What is set aside could not be written.',
}
