'use client'

import { useCallback } from 'react'
import { AskWhyContext } from '@/components/audit/ask-why'
import { AuditView } from '@/components/audit/audit-view'
import { type AuditChosen, EvidenceSlot } from '@/components/audit/evidence-slot'
import { useReasons } from '@/components/reasons/reasons'
import type { AskWhy } from '@/lib/query/reasoned-export'
import { AuditEvidence } from './audit-evidence'

const renderEvidence = (chosen: AuditChosen) => <AuditEvidence {...chosen} />

/** The audit, whose exports are asked a reason for where readers are asked. */
export function AuditPage() {
  const { ask } = useReasons()
  const askWhy = useCallback<AskWhy>((refused) => ask({ purpose: 'export', refused }), [ask])
  return (
    <AskWhyContext value={askWhy}>
      <EvidenceSlot value={renderEvidence}>
        <AuditView />
      </EvidenceSlot>
    </AskWhyContext>
  )
}
