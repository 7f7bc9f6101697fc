'use client'

import type { AuditChosen } from '@/components/audit/evidence-slot'
import { EvidenceButton } from '@/components/evidence/evidence-button'
import { useViewer } from '@/components/shell/viewer'
import { MOST_RECORDINGS_PACKED } from '@/lib/contract/evidence'

/** Packs the recordings of the accesses that are shown, for those who may. */
export function AuditEvidence({ recordingIds, words }: AuditChosen) {
  const { permissions, pseudonyms } = useViewer()
  if (!permissions.includes('evidence.export')) return null
  const count = recordingIds.length
  const request = {
    recordings: { ids: recordingIds.slice(0, MOST_RECORDINGS_PACKED) },
    query: `Recordings of the audit: ${words === '' ? 'all accesses' : words}`,
    words:
      count === 1
        ? 'The 1 recording of the accesses shown'
        : `The ${count.toLocaleString('en-GB')} recordings of the accesses shown`,
    count,
  }
  return <EvidenceButton request={request} masked={pseudonyms} />
}
