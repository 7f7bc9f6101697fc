/** The head of a WAV file: what is needed to find and read its samples. */
export type WavHeader = {
  /** `wFormatTag`, the one inside an extensible header where there is one. */
  formatTag: number
  channels: number
  sampleRate: number
  /** Bytes of one frame (all channels), or of one compressed block. */
  blockAlign: number
  bitsPerSample: number
  /** Where the samples start. */
  dataStart: number
  /** Bytes of samples as stated; null when the file was written as a stream (0 or 0xFFFFFFFF). */
  dataBytes: number | null
  /** Bytes of the whole file as stated, trailing chunks included; null when it does not say. */
  fileBytes: number | null
}

/** Format tags of the registry (RFC 2361) that phones use. */
export const WAV_FORMAT = {
  pcm: 1,
  float: 3,
  aLaw: 6,
  muLaw: 7,
  gsm: 0x31,
} as const

const EXTENSIBLE = 0xfffe
const STREAMED = 0xffffffff

const tagAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

/**
 * Reads the head of a RIFF, RF64 or BW64 wave from its first bytes. `more` asks for a longer start;
 * `invalid` is said of bytes that are no wave or that hold no samples.
 */
export function parseWavHeader(bytes: Uint8Array): WavHeader | 'more' | 'invalid' {
  if (bytes.length < 12) return 'more'
  const riff = tagAt(bytes, 0)
  if (!['RIFF', 'RF64', 'BW64'].includes(riff) || tagAt(bytes, 8) !== 'WAVE') return 'invalid'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let riffBytes: number | null = stated(view.getUint32(4, true))
  let longDataBytes: number | null = null
  let format: Pick<
    WavHeader,
    'formatTag' | 'channels' | 'sampleRate' | 'blockAlign' | 'bitsPerSample'
  > | null = null
  let at = 12
  for (;;) {
    if (at + 8 > bytes.length) return 'more'
    const tag = tagAt(bytes, at)
    const size = view.getUint32(at + 4, true)
    const body = at + 8
    if (tag === 'data') {
      if (format === null) return 'invalid'
      const dataBytes = size === STREAMED ? longDataBytes : stated(size)
      const dataEnd = dataBytes === null ? null : body + dataBytes
      const whole = riffBytes === null ? null : riffBytes + 8
      return {
        ...format,
        dataStart: body,
        dataBytes,
        // A RIFF size shorter than its own data is a mistake of the writer; the data chunk is believed.
        fileBytes: dataEnd === null ? null : Math.max(dataEnd, whole ?? 0),
      }
    }
    if (tag === 'fmt ' || tag === 'ds64') {
      if (body + Math.min(size, 40) > bytes.length) return 'more'
      if (tag === 'ds64') {
        if (size < 16) return 'invalid'
        riffBytes = Number(view.getBigUint64(body, true)) || null
        longDataBytes = Number(view.getBigUint64(body + 8, true)) || null
      } else {
        if (size < 14) return 'invalid'
        const outer = view.getUint16(body, true)
        format = {
          formatTag: outer === EXTENSIBLE && size >= 26 ? view.getUint16(body + 24, true) : outer,
          channels: view.getUint16(body + 2, true),
          sampleRate: view.getUint32(body + 4, true),
          blockAlign: view.getUint16(body + 12, true),
          bitsPerSample: size >= 16 ? view.getUint16(body + 14, true) : 0,
        }
        if (format.channels === 0 || format.sampleRate === 0 || format.blockAlign === 0) {
          return 'invalid'
        }
      }
    }
    at = body + size + (size % 2)
  }
}

function stated(size: number): number | null {
  return size === 0 || size === STREAMED ? null : size
}

/** The 44-byte head of a PCM 16 wave; `dataBytes` null writes the sizes of a stream whose end is unknown. */
export function pcm16Header(
  format: { channels: number; sampleRate: number },
  dataBytes: number | null,
): Uint8Array {
  const head = Buffer.alloc(44)
  const size = dataBytes === null || dataBytes + 36 > STREAMED ? null : dataBytes
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(size === null ? STREAMED : size + 36, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(WAV_FORMAT.pcm, 20)
  head.writeUInt16LE(format.channels, 22)
  head.writeUInt32LE(format.sampleRate, 24)
  head.writeUInt32LE(format.sampleRate * format.channels * 2, 28)
  head.writeUInt16LE(format.channels * 2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(size ?? STREAMED, 40)
  return head
}
