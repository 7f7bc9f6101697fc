import { A_LAW, MU_LAW } from './g711'
import { WAV_FORMAT, type WavHeader } from './wav-header'

/** Reads `count` samples from the start of `bytes` into `out`, as -1 to 1. */
export type SampleReader = {
  /** Bytes of one sample. */
  width: number
  read(bytes: Uint8Array, count: number, out: Float32Array): void
}

const tabled = (table: Int16Array): SampleReader => ({
  width: 1,
  read(bytes, count, out) {
    for (let i = 0; i < count; i++) out[i] = (table[bytes[i] ?? 0] ?? 0) / 32768
  },
})

const viewed = (width: number, sample: (view: DataView, at: number) => number): SampleReader => ({
  width,
  read(bytes, count, out) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let i = 0; i < count; i++) out[i] = sample(view, i * width)
  },
})

const PCM: Record<number, SampleReader> = {
  8: {
    width: 1,
    // Eight bits are the one unsigned width of RIFF.
    read(bytes, count, out) {
      for (let i = 0; i < count; i++) out[i] = ((bytes[i] ?? 128) - 128) / 128
    },
  },
  16: {
    width: 2,
    read(bytes, count, out) {
      for (let i = 0; i < count; i++) {
        out[i] = ((((bytes[i * 2 + 1] ?? 0) << 24) >> 16) | (bytes[i * 2] ?? 0)) / 32768
      }
    },
  },
  24: viewed(3, (view, at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 8388608),
  32: viewed(4, (view, at) => view.getInt32(at, true) / 2147483648),
}

const FLOAT: Record<number, SampleReader> = {
  32: viewed(4, (view, at) => view.getFloat32(at, true)),
  64: viewed(8, (view, at) => view.getFloat64(at, true)),
}

/** The reader for the samples of a wave; null for a compressed one or a width nobody writes. */
export function sampleReaderOf(header: WavHeader): SampleReader | null {
  const width = header.blockAlign / header.channels
  switch (header.formatTag) {
    case WAV_FORMAT.pcm:
      // The container's width counts: 12 bits stand in 16, 20 in 24.
      return PCM[width * 8] ?? null
    case WAV_FORMAT.float:
      return FLOAT[width * 8] ?? null
    case WAV_FORMAT.muLaw:
      return width === 1 ? tabled(MU_LAW) : null
    case WAV_FORMAT.aLaw:
      return width === 1 ? tabled(A_LAW) : null
    default:
      return null
  }
}
