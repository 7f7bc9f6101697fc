import { z } from 'zod'
import { RecordingSearchBody } from '../tenant/recording-filter'
import { type Exchange, parse } from './exchange'
import { commitFault } from './fault-desk'
import { isFault } from './fault-names'
import { Refusal } from './refusal'

/** The body of an answer, or null when a fault has answered already. */
export type Answer = Promise<unknown | null>

const ById = z.strictObject({ recordingId: z.int() })
const SEARCH_FAULT = 'sandbox.fault.search.'

/** The recording a call is about; commits its fault where it has one. Null: answered. */
async function recordingOf(exchange: Exchange, recordingId: number): Promise<number | null> {
  const { tenant } = exchange.house
  const index = tenant.indexOf(recordingId)
  if (index === null) throw new Refusal(404, 'No such recording')
  const fault = tenant.facts.namedAt(index)?.fault
  return fault && (await commitFault(exchange, fault, String(index))) ? null : index
}

const spoils = (exchange: Exchange, index: number) =>
  (exchange.fault ?? exchange.house.tenant.facts.namedAt(index)?.fault) === 'unreadable-parts'

function audit(exchange: Exchange, index: number, detail?: string) {
  const { house } = exchange
  house.tenant.audit.append(index, 'view', house.credentials.username, house.clock(), detail)
}

export async function searchRecordings(exchange: Exchange): Answer {
  const { tenant } = exchange.house
  const body = parse(RecordingSearchBody, exchange.body)
  const text = body.freeText?.trim() ?? ''
  const wanted = text.startsWith(SEARCH_FAULT) ? text.slice(SEARCH_FAULT.length) : ''
  if (isFault(wanted)) {
    if (await commitFault(exchange, wanted, 'search')) return null
    delete body.freeText
  }
  const { indexes, total } = await tenant.search(body, exchange.signal)
  const recordings = indexes.map(tenant.rowOf)
  if (exchange.fault === 'unreadable-row' || wanted === 'unreadable-row') {
    recordings.splice(0, 1, { startDatetimeUTC: 'yesterday', endpoints: null })
  }
  return { recordings, ...(total !== null && { total }) }
}

export async function recordingDetail(exchange: Exchange): Answer {
  const index = await recordingOf(exchange, parse(ById, exchange.body).recordingId)
  if (index === null) return null
  audit(exchange, index)
  return exchange.house.tenant.detailOf(index)
}

export async function recordingTranscription(exchange: Exchange): Answer {
  const { tenant } = exchange.house
  const index = await recordingOf(exchange, parse(ById, exchange.body).recordingId)
  if (index === null) return null
  const transcription = tenant.hasTranscription(index) ? tenant.transcriptionOf(index) : null
  if (!transcription) throw new Refusal(404, 'The recording has no transcription')
  audit(exchange, index, 'transcription')
  if (!spoils(exchange, index)) return transcription
  const segments = transcription.segments.map((segment, at) =>
    at % 3 === 1 ? { speaker: segment.speaker, startMs: 'soon' } : segment,
  )
  return { ...transcription, segments }
}

export async function smsMessage(exchange: Exchange): Answer {
  const { tenant } = exchange.house
  const { facts } = tenant
  const { recordingId } = parse(ById, exchange.body)
  const index = await recordingOf(exchange, recordingId)
  if (index === null) return null
  if (facts.isSpoken(index)) throw new Refusal(404, 'The recording is not a message')
  const message = tenant.messageOf(index)
  const own = facts.internalEndpointOf(index).value
  const other = facts.otherEndpointOf(index).value
  const inbound = facts.directionOf(index) === 'inbound'
  audit(exchange, index, 'message')
  return {
    interactionId: recordingId,
    from: inbound ? other : own,
    to: inbound ? own : other,
    sentDatetimeUTC: tenant.rowOf(index).startDatetimeUTC,
    body: message.body,
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
  }
}

export async function recordingAudit(exchange: Exchange): Answer {
  const index = await recordingOf(exchange, parse(ById, exchange.body).recordingId)
  return index === null ? null : { audit: exchange.house.tenant.audit.of(index) }
}

export async function recordingComments(exchange: Exchange): Answer {
  const text = exchange.url.searchParams.get('recordingId') ?? ''
  const unknown = [...exchange.url.searchParams.keys()].find((name) => name !== 'recordingId')
  if (unknown) throw new Refusal(400, `${unknown}: not a parameter of this call`)
  if (!/^\d{1,15}$/.test(text)) throw new Refusal(400, 'recordingId: must be an integer')
  const index = await recordingOf(exchange, Number(text))
  if (index === null) return null
  const comments: unknown[] = exchange.house.tenant.commentsOf(index)
  return { comments: spoils(exchange, index) ? [...comments, 'a comment, once'] : comments }
}
