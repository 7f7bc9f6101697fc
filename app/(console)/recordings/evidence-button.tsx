'use client'

import { EvidenceButton } from '@/components/evidence/evidence-button'
import { conversationText } from '@/components/recording-details/conversation'
import type { ListChosen } from '@/components/recordings/recordings-view'
import { useViewer } from '@/components/shell/viewer'
import { MOST_RECORDINGS_PACKED } from '@/lib/contract/evidence'
import type { Recording } from '@/lib/contract/recording'

/** Packs one recording, for those who may. */
export function RecordingEvidence({ recording }: { recording: Recording }) {
  const { permissions, pseudonyms } = useViewer()
  if (!permissions.includes('evidence.export')) return null
  const words = `Recording ${recording.id}: ${conversationText(recording)}`
  const request = { recordings: { ids: [recording.id] }, query: words, words, count: 1 }
  return <EvidenceButton request={request} masked={pseudonyms} icon />
}

/** Packs the rows that are selected, else everything the list finds, for those who may. */
export function ListEvidence({ selected, search, filter, total }: ListChosen) {
  const { permissions, pseudonyms } = useViewer()
  if (!permissions.includes('evidence.export')) return null
  const count = (number: number) =>
    `${number.toLocaleString('en-GB')} ${number === 1 ? 'recording' : 'recordings'}`
  const request =
    selected.length > 0
      ? {
          recordings: { ids: selected.slice(0, MOST_RECORDINGS_PACKED).map(({ id }) => id) },
          query: `Chosen by hand from: ${filter}`,
          words: `${count(selected.length)} chosen`,
          count: selected.length,
        }
      : {
          recordings: { search },
          query: filter,
          words:
            total === null ? 'Everything the list finds' : `${count(total)}: all the list finds`,
          count: total,
        }
  return <EvidenceButton request={request} masked={pseudonyms} />
}
