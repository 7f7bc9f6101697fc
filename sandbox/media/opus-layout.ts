import type { CallSpec } from '../speech/call-spec'
import {
  OPUS_DELAY_48K,
  OPUS_PACKET_BYTES,
  OPUS_PACKET_SAMPLES,
  opusPackets,
} from '../speech/opus-packets'
import { RATE } from '../speech/telephone'
import type { Layout } from './layout'
import { FIRST_PAGE, headPage, LAST_PAGE, PAGE_HEADER_BYTES, sealPage } from './ogg-page'

const PACKET_48K = 960
const PACKETS_A_PAGE = 50
const PACKET_MS = (OPUS_PACKET_SAMPLES / RATE) * 1000
/** The first stream's packet says its own length in one more byte (RFC 6716 appendix B). */
const CALL_PACKET_BYTES = 2 * OPUS_PACKET_BYTES + 1
const PAGE_BYTES = PAGE_HEADER_BYTES + PACKETS_A_PAGE * (1 + CALL_PACKET_BYTES)
const SEGMENTS = new Uint8Array(PACKETS_A_PAGE).fill(CALL_PACKET_BYTES)

/** What is sent while nobody speaks: the second packet of silence, when nothing is left of a start. */
const SILENCE = opusPackets(new Int16Array(2 * OPUS_PACKET_SAMPLES)).subarray(
  OPUS_PACKET_BYTES,
  2 * OPUS_PACKET_BYTES,
)
const SILENT_PACKET = new Uint8Array(CALL_PACKET_BYTES)
putPacket(SILENT_PACKET, 0, 0, SILENCE)
putPacket(SILENT_PACKET, 0, 1, SILENCE)

function putPacket(target: Uint8Array, at: number, party: number, packet: Uint8Array): void {
  if (party === 1) {
    target.set(packet, at + OPUS_PACKET_BYTES + 1)
    return
  }
  target[at] = packet[0] ?? 0
  target[at + 1] = OPUS_PACKET_BYTES - 1
  target.set(packet.subarray(1), at + 2)
}

/** Two mono streams mapped to left and right: each party is coded alone, whatever the other does (RFC 7845 §5.1). */
function head(serial: number): Uint8Array {
  const id = Buffer.alloc(23)
  id.write('OpusHead', 0, 'latin1')
  id.set([1, 2], 8)
  id.writeUInt16LE(OPUS_DELAY_48K, 10)
  id.writeUInt32LE(RATE, 12)
  id.set([1, 2, 0, 0, 1], 18)
  const vendor = 'Focus Console sandbox'
  const tags = Buffer.alloc(16 + vendor.length)
  tags.write('OpusTags', 0, 'latin1')
  tags.writeUInt32LE(vendor.length, 8)
  tags.write(vendor, 12, 'latin1')
  return Buffer.concat([
    headPage(id, { flags: FIRST_PAGE, serial, sequence: 0 }),
    headPage(tags, { serial, sequence: 1 }),
  ])
}

/** A call as Ogg/Opus: one unit is a page of one second, packets of constant size. */
export function opusLayout(spec: CallSpec): Layout {
  const serial = (spec.seed * 2_654_435_761 + spec.index) >>> 0
  const opening = head(serial)
  const lastGranule = spec.durationMs * 48 + OPUS_DELAY_48K
  const packets = Math.ceil(lastGranule / PACKET_48K)
  const pages = Math.ceil(packets / PACKETS_A_PAGE)
  const bytesOf = (count: number) => PAGE_HEADER_BYTES + count * (1 + CALL_PACKET_BYTES)
  return {
    mediaType: 'audio/ogg',
    head: opening,
    unitBytes: PAGE_BYTES,
    unitMs: PACKETS_A_PAGE * PACKET_MS,
    sizeBytes:
      opening.length + (pages - 1) * PAGE_BYTES + bytesOf(packets - (pages - 1) * PACKETS_A_PAGE),
    write(target, first, end, heard) {
      for (let page = first; page < end; page += 1) {
        const from = page * PACKETS_A_PAGE
        const count = Math.min(PACKETS_A_PAGE, packets - from)
        const at = (page - first) * PAGE_BYTES
        const bytes = target.subarray(at, at + bytesOf(count))
        const body = PAGE_HEADER_BYTES + count
        for (let packet = 0; packet < count; packet += 1)
          bytes.set(SILENT_PACKET, body + packet * CALL_PACKET_BYTES)
        for (const { sentence, startMs, sound } of heard) {
          const start = startMs / PACKET_MS
          const stop = Math.min(from + count, start + sound.opus.length / OPUS_PACKET_BYTES)
          for (let packet = Math.max(from, start); packet < stop; packet += 1) {
            const source = (packet - start) * OPUS_PACKET_BYTES
            const coded = sound.opus.subarray(source, source + OPUS_PACKET_BYTES)
            putPacket(bytes, body + (packet - from) * CALL_PACKET_BYTES, sentence.party, coded)
          }
        }
        sealPage(bytes, {
          flags: page === pages - 1 ? LAST_PAGE : 0,
          granule: Math.min((from + count) * PACKET_48K, lastGranule),
          serial,
          sequence: page + 2,
          segments: SEGMENTS.subarray(0, count),
        })
      }
    },
  }
}
