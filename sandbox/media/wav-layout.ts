import type { CallSpec } from '../speech/call-spec'
import { RATE } from '../speech/telephone'
import { A_LAW, MU_LAW } from './companding'
import type { Layout } from './layout'

const CHANNELS = 2
const PER_MS = RATE / 1000
const CODINGS = {
  'wav-pcm': { tag: 1, bytes: 2 },
  'wav-alaw': { tag: 6, bytes: 1 },
  'wav-mulaw': { tag: 7, bytes: 1 },
} as const

/** RIFF header of a stereo file; forms other than PCM carry a `fact` chunk. */
function header(tag: number, bytes: number, samples: number): Uint8Array {
  const dataBytes = samples * CHANNELS * bytes
  const fact = tag === 1 ? 0 : 12
  const format = tag === 1 ? 16 : 18
  const head = Buffer.alloc(28 + format + fact)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(head.length - 8 + dataBytes, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(format, 16)
  head.writeUInt16LE(tag, 20)
  head.writeUInt16LE(CHANNELS, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * CHANNELS * bytes, 28)
  head.writeUInt16LE(CHANNELS * bytes, 32)
  head.writeUInt16LE(8 * bytes, 34)
  if (fact) {
    head.write('fact', 20 + format, 'latin1')
    head.writeUInt32LE(4, 24 + format)
    head.writeUInt32LE(samples, 28 + format)
  }
  head.write('data', head.length - 8, 'latin1')
  head.writeUInt32LE(dataBytes, head.length - 4)
  return head
}

/** A call as stereo WAV at 8 kHz: one unit is one sample of both channels. */
export function wavLayout(spec: CallSpec, format: keyof typeof CODINGS): Layout {
  const { tag, bytes } = CODINGS[format]
  const samples = spec.durationMs * PER_MS
  const head = header(tag, bytes, samples)
  const table = format === 'wav-alaw' ? A_LAW : MU_LAW
  const unitBytes = CHANNELS * bytes
  return {
    mediaType: 'audio/wav',
    head,
    unitBytes,
    unitMs: 1 / PER_MS,
    sizeBytes: head.length + samples * unitBytes,
    write(target, first, end, heard) {
      if (bytes === 1) target.fill(table[32768] ?? 0, 0, (end - first) * unitBytes)
      const wide = bytes === 2 ? new Int16Array(target.buffer, target.byteOffset) : null
      for (const { sentence, startMs, sound } of heard) {
        const start = startMs * PER_MS
        const from = Math.max(first, start)
        const to = Math.min(end, start + sound.pcm.length)
        let at = (from - first) * CHANNELS + sentence.party
        const { pcm } = sound
        if (wide) {
          for (let index = from - start; index < to - start; index += 1, at += CHANNELS)
            wide[at] = pcm[index] ?? 0
        } else {
          for (let index = from - start; index < to - start; index += 1, at += CHANNELS)
            target[at] = table[(pcm[index] ?? 0) + 32768] ?? 0
        }
      }
    },
  }
}
