'use client'

import { type ChangeAddress, useAddressState } from '@/components/filters/use-address-state'
import { parseRetention, type RetentionState, retentionHref } from '@/lib/url/retention-url'

export type ChangeRetention = ChangeAddress<RetentionState>

/** The page's state, which is its address. */
export function useRetentionState(): { state: RetentionState; change: ChangeRetention } {
  return useAddressState(parseRetention, retentionHref)
}
