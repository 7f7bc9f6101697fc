import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { openCall } from '../media/media'
import { type Exchange, parse } from './exchange'
import { commitFault, pause } from './fault-desk'
import { Refusal } from './refusal'

const Body = z.strictObject({ thirdPartyId: z.string() })

type Media = ReturnType<typeof openCall>
type Span = { start: number; end: number }

/** One range of RFC 9110 §14.2; null where it is to be ignored, 'unsatisfiable' where nothing is in it. */
export function spanOf(header: string | undefined, size: number): Span | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [, first = '', last = ''] = match
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size }
  }
  const start = Number(first)
  const end = last === '' ? size : Math.min(Number(last) + 1, size)
  if (last !== '' && Number(last) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}

/** Four times as fast as it is spoken, an eighth of a second at a time. */
async function* trickle(media: Media, span: Span, signal: AbortSignal) {
  const step = Math.max(1, Math.ceil((media.sizeBytes / media.durationMs) * 4 * 125))
  for (let at = span.start; at < span.end; at += step) {
    yield* media.read(at, Math.min(at + step, span.end))
    await pause(125, signal)
  }
}

/** Two fifths of it, and then either nothing more or the end of the connection. */
async function* broken(media: Media, span: Span, signal: AbortSignal, stallMs: number | null) {
  yield* media.read(span.start, span.start + Math.ceil((span.end - span.start) * 0.4))
  if (stallMs !== null) await pause(stallMs, signal)
  throw new Error('The connection is cut here')
}

/** Streams the media of a recording, found by its third-party id. Writes the answer itself. */
export async function playBack(exchange: Exchange): Promise<void> {
  const { house, request, response, signal } = exchange
  const { tenant, usage } = house
  const { thirdPartyId } = parse(Body, exchange.body)
  const index = tenant.indexOfThirdParty(thirdPartyId)
  if (index === null) throw new Refusal(404, 'No recording with this third-party id')
  const named = tenant.facts.namedAt(index)?.fault
  if (named && (await commitFault(exchange, named, String(index)))) return
  const fault = named ?? exchange.fault
  const spec = tenant.facts.callSpecOf(index)
  if (!spec || !tenant.hasMedia(index)) throw new Refusal(404, 'The recording has no media')

  const media = openCall(spec)
  const whole = { start: 0, end: media.sizeBytes }
  const takesRange = fault !== 'audio-no-range' && fault !== 'audio-no-length'
  const asked = takesRange ? spanOf(request.headers.range, media.sizeBytes) : null
  if (asked === 'unsatisfiable') {
    throw new Refusal(416, 'Nothing in this range', {
      'Content-Range': `bytes */${media.sizeBytes}`,
    })
  }
  const span = asked ?? whole
  usage.counts.playEvents += 1
  tenant.audit.append(index, 'play', house.credentials.username, house.clock())
  response.writeHead(asked ? 206 : 200, {
    'Content-Type': media.mediaType,
    ...(takesRange && { 'Accept-Ranges': 'bytes' }),
    ...(fault !== 'audio-no-length' && { 'Content-Length': span.end - span.start }),
    ...(asked && { 'Content-Range': `bytes ${span.start}-${span.end - 1}/${media.sizeBytes}` }),
  })
  const source =
    fault === 'audio-slow'
      ? trickle(media, span, signal)
      : fault === 'audio-cut'
        ? broken(media, span, signal, null)
        : fault === 'audio-stalls'
          ? broken(media, span, signal, house.faults.slowMs)
          : media.read(span.start, span.end)
  try {
    await pipeline(Readable.from(source, { objectMode: false, highWaterMark: 65_536 }), response)
  } catch {
    if (signal.aborted) usage.counts.abortedStreams += 1
    response.destroy()
  }
}
