'use client'

import { createContext, type ReactNode } from 'react'

/** The recordings that the shown accesses are about. */
export type AuditChosen = {
  recordingIds: readonly number[]
  /** What was asked, in words. */
  words: string
}

/** What stands beside the export for packing those recordings as evidence; the page says what. */
export const EvidenceSlot = createContext<(chosen: AuditChosen) => ReactNode>(() => null)
