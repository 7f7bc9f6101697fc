import OpusScript from 'opusscript'
import { RATE } from './telephone'

/** A packet holds 20 ms. */
export const OPUS_PACKET_SAMPLES = RATE / 50
/** At a constant 20 kbit/s every packet has this many bytes. */
export const OPUS_PACKET_BYTES = 50
/** How much later a sample comes out than it went in, at 48 kHz: the look-ahead of the low-delay mode. */
export const OPUS_DELAY_48K = 120

const SET_VBR = 4006
const BITRATE = (OPUS_PACKET_BYTES * 8 * RATE) / OPUS_PACKET_SAMPLES

/**
 * A sentence as mono Opus packets, one after the other. In this mode (CELT alone) a packet of silence
 * puts the decoder where the encoder starts, so a sentence fits after any silence.
 */
export function opusPackets(pcm: Int16Array): Uint8Array {
  const encoder = new OpusScript(RATE, 1, OpusScript.Application.RESTRICTED_LOWDELAY)
  try {
    encoder.encoderCTL(SET_VBR, 0)
    encoder.setBitrate(BITRATE)
    const count = Math.ceil(pcm.length / OPUS_PACKET_SAMPLES) + 1
    const packets = new Uint8Array(count * OPUS_PACKET_BYTES)
    const padded = new Int16Array(count * OPUS_PACKET_SAMPLES)
    padded.set(pcm)
    for (let index = 0; index < count; index += 1) {
      const samples = padded.slice(index * OPUS_PACKET_SAMPLES, (index + 1) * OPUS_PACKET_SAMPLES)
      const packet = encoder.encode(Buffer.from(samples.buffer), OPUS_PACKET_SAMPLES)
      if (packet.length !== OPUS_PACKET_BYTES) throw new Error('An Opus packet of another size')
      packets.set(packet, index * OPUS_PACKET_BYTES)
    }
    return packets
  } finally {
    encoder.delete()
  }
}
