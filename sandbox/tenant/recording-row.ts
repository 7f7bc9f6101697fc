import { openCall } from '../media/media'
import { TOPICS } from '../speech/conversation'
import { type Draw, PURPOSE } from './draw'
import type { Endpoint } from './firm'
import type { RecordingFacts } from './recording-facts'
import { daysKept } from './retention-groups'
import { thirdPartyIdOf } from './third-party-id'
import type { Timeline } from './timeline'

const FIRST_ID = 500_000
const DAY_MS = 86_400_000

export const idOf = (index: number) => FIRST_ID + index
export const indexOfId = (interactionId: number) => interactionId - FIRST_ID

/** An instant as Focus writes it: whole seconds, UTC. */
export const instantOf = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`

type Wire = Record<string, unknown>

/** Rows and details as they go over the wire. */
export function makeRows(
  facts: RecordingFacts,
  timeline: Timeline,
  tagsOf: (index: number) => string[],
  draw: Draw,
  nowMs: number,
) {
  const asParty = (endpoint: Endpoint, role: string) => ({
    endpointId: endpoint.endpointId,
    type: endpoint.type,
    value: endpoint.value,
    role,
    ...(endpoint.person && {
      personId: endpoint.person.personId,
      personName: endpoint.person.displayName,
    }),
  })
  const partiesOf = (index: number) => {
    const internal = facts.internalEndpointOf(index)
    const other = facts.otherEndpointOf(index)
    const inbound = facts.directionOf(index) === 'inbound'
    return [
      asParty(inbound ? other : internal, 'from'),
      asParty(inbound ? internal : other, 'to'),
      ...facts.furtherEndpointsOf(index).map((endpoint) => asParty(endpoint, 'participant')),
    ]
  }

  const expiryMsOf = (index: number): number | null => {
    const days = daysKept(facts.retentionGroupOf(index), facts.kindOf(index))
    return days === null ? null : timeline.startOf(index) + days * DAY_MS
  }
  /** Past its retention and not on hold: the entry is still listed, what was said is gone. */
  const isExpired = (index: number) => {
    const expiryMs = expiryMsOf(index)
    return expiryMs !== null && expiryMs <= nowMs && !facts.legalHoldOf(index)
  }
  const hasMedia = (index: number) => facts.hasMediaOf(index) && !isExpired(index)
  const hasTranscription = (index: number) => facts.hasTranscriptionOf(index) && !isExpired(index)

  const rowOf = (index: number): Wire => {
    const named = facts.namedAt(index)
    const startDatetimeUTC = instantOf(timeline.startOf(index))
    const id = idOf(index)
    if (named?.oddity === 'undecodable') return { startDatetimeUTC, endpoints: 'unreadable' }
    if (named?.oddity === 'bare') {
      return { interactionId: id, startDatetimeUTC, endpoints: partiesOf(index) }
    }
    const kind = facts.kindOf(index)
    const seconds = facts.durationSecondsOf(index)
    const expiryMs = expiryMsOf(index)
    const row: Wire = {
      interactionId: named?.oddity === 'id-as-string' ? String(id) : id,
      thirdPartyId: thirdPartyIdOf(index, kind, draw),
      type: kind,
      direction: facts.directionOf(index),
      startDatetimeUTC,
      ...(seconds !== null && { durationSeconds: seconds }),
      endpoints: partiesOf(index),
      tags: tagsOf(index),
      retentionGroupId: facts.retentionGroupOf(index),
      expiryDatetimeUTC: expiryMs === null ? null : instantOf(expiryMs),
      legalHold: facts.legalHoldOf(index),
      hasAudio: hasMedia(index),
      hasVideo: hasMedia(index) && facts.formatOf(index) === 'mp4',
      hasTranscription: hasTranscription(index),
      commentCount: facts.commentCountOf(index),
      ...(facts.isSpoken(index) && { language: TOPICS[facts.topicOf(index)]?.language ?? 'en-GB' }),
    }
    if (named?.oddity === 'recording-id') {
      row.recordingId = row.interactionId
      delete row.interactionId
    }
    if (kind === 'contact-centre') row.queueName = ['Claims', 'Renewals', 'New business'][index % 3]
    if (kind === 'teams') row.meetingSubject = TOPICS[facts.topicOf(index)]?.title ?? 'Catch-up'
    if (draw.below(index, PURPOSE.extras, 6) === 0) {
      row.qualityScore = draw.below(index, PURPOSE.extras, 1000) / 10
      row.capture = { node: `rec-${index % 4}`, lossless: index % 2 === 0 }
    }
    if (isExpired(index)) row.mediaExpired = true
    return row
  }

  const detailOf = (index: number): Wire => {
    const row = rowOf(index)
    const spec = facts.callSpecOf(index)
    const media = spec && hasMedia(index) ? openCall(spec) : null
    const parties = partiesOf(index)
    return {
      ...row,
      ...(row.recordingId === undefined && { interactionId: row.interactionId ?? idOf(index) }),
      ...(media && {
        mediaType: media.mediaType,
        sizeBytes: media.sizeBytes,
        channels: media.channels,
      }),
      sourceSystem: SOURCES[facts.kindOf(index)] ?? 'Gateway',
      customFields: {
        'Cost centre': `CC${100 + (index % 12)}`,
        ...(index % 3 === 0 && { 'Account number': String(70_000_000 + index) }),
      },
      participants: parties.map((party) => ({
        displayName: 'personName' in party ? party.personName : party.value,
        role: party.role,
        ...('personId' in party && { personId: party.personId }),
      })),
    }
  }

  return { rowOf, detailOf, hasMedia, hasTranscription, isExpired }
}
export type Rows = ReturnType<typeof makeRows>

const SOURCES: Record<string, string> = {
  phone: 'SIPREC gateway',
  'contact-centre': 'Genesys Cloud',
  teams: 'Microsoft Teams',
  sms: 'Mobile capture',
  whatsapp: 'WhatsApp Business',
  chat: 'Microsoft Teams',
  email: 'Exchange journal',
}
