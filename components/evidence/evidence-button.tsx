'use client'

import { Package } from 'lucide-react'
import { useState } from 'react'
import type { EvidenceRequest } from '@/lib/contract/evidence'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { EvidenceDialog } from './evidence-dialog'

/** What a package is to be made of. */
export type EvidenceWanted = Pick<EvidenceRequest, 'recordings' | 'query'> & {
  /** In words: "3 recordings chosen". */
  words: string
  /** Null when nobody knows how many. */
  count: number | null
}

type EvidenceButtonProps = {
  request: EvidenceWanted
  /** The reader sees pseudonyms, which a package does not have. */
  masked: boolean
  icon?: boolean
}

/** Opens the making of an evidence package. Show it only to those who hold `evidence.export`. */
export function EvidenceButton({ request, masked, icon = false }: EvidenceButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      {icon ? (
        <IconButton
          label="Evidence package"
          size="sm"
          icon={<Package size={15} aria-hidden />}
          onClick={() => setOpen(true)}
        />
      ) : (
        <Button size="sm" variant="quiet" onClick={() => setOpen(true)}>
          Evidence
        </Button>
      )}
      <EvidenceDialog request={request} masked={masked} open={open} onOpenChange={setOpen} />
    </>
  )
}
