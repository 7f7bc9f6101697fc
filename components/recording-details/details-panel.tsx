'use client'

import type { RecordingDetail } from '@/lib/contract/recording'
import { formatBytes } from '@/lib/format/bytes'
import { formatDuration } from '@/lib/format/duration'
import { formatInstant } from '@/lib/format/instant'
import { kindLabel } from '@/lib/format/kind'
import { formatPhone } from '@/lib/format/phone'
import { AllFields } from '../ui/all-fields'
import { FactList, type FactRow } from '../ui/fact-list'
import { usePreferences, type Zone } from '../ui/preferences'
import { partyName } from './conversation'

/** Everything Focus says of a recording: in words first, then every field as it came. */
export function DetailsPanel({ recording }: { recording: RecordingDetail }) {
  const { zone } = usePreferences()
  const custom = Object.entries(recording.customFields)
  return (
    <div className="flex flex-col gap-6 p-4">
      <FactList rows={rowsOf(recording, zone)} />
      {custom.length > 0 && (
        <section>
          <h3 className="mb-2 font-semibold">Custom fields</h3>
          <FactList rows={custom} />
        </section>
      )}
      <AllFields of={recording} />
    </div>
  )
}

const yesNo = (value: boolean | null) => (value === null ? null : value ? 'Yes' : 'No')

function rowsOf(recording: RecordingDetail, zone: Zone): FactRow[] {
  const instant = (utc: string | null) => (utc === null ? null : formatInstant(utc, zone))
  return [
    ['Interaction id', recording.id],
    ['Third-party id', recording.thirdPartyId],
    ['Kind', kindLabel(recording.kind)],
    ['Direction', recording.direction],
    ['Start', instant(recording.startUtc)],
    ['Duration', recording.durationMs === null ? null : formatDuration(recording.durationMs)],
    ...partyRows(recording),
    ['Tags', recording.tags.join(', ')],
    ['Language', recording.language],
    ['Source system', recording.sourceSystem],
    ['Media', recording.mediaType],
    ['Size', recording.sizeBytes === null ? null : formatBytes(recording.sizeBytes)],
    ['Channels', recording.channels],
    ['Audio', yesNo(recording.hasAudio)],
    ['Video', yesNo(recording.hasVideo)],
    ['Transcript', yesNo(recording.hasTranscript)],
    ['Comments', recording.commentCount],
    ['Retention group', recording.retentionGroupId],
    ['Kept until', instant(recording.expiryUtc)],
    ['Legal hold', yesNo(recording.legalHold)],
  ]
}

/** Parties by role; those who share one are numbered. */
function partyRows({ parties }: RecordingDetail): FactRow[] {
  return parties.map((party): FactRow => {
    const alike = parties.filter((other) => other.role === party.role)
    const number = alike.length > 1 ? ` ${alike.indexOf(party) + 1}` : ''
    const role = party.role === null ? 'Party' : sentenceCase(party.role)
    const endpoint = party.value === null ? null : formatPhone(party.value)
    const value = party.personName === null ? partyName(party) : [party.personName, endpoint]
    return [`${role}${number}`, [value].flat().filter(Boolean).join(' · ')]
  })
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
