'use client'

import { type ChangeAddress, useAddressState } from '@/components/filters/use-address-state'
import {
  parseRecordingSearch,
  type RecordingsState,
  recordingsHref,
} from '@/lib/url/recordings-url'

export type ChangeState = ChangeAddress<RecordingsState>

/** The page's state, which is its address. */
export function useRecordingsState() {
  return useAddressState<RecordingsState>(parseRecordingSearch, recordingsHref)
}
