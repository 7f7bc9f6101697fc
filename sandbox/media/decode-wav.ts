const PCM = 1
const A_LAW = 6
const MU_LAW = 7

/** The expansion of ITU-T G.711, written from its tables and not from our compression. */
const EXPAND: Record<number, (code: number) => number> = {
  [A_LAW]: (code) => {
    const bits = code ^ 0x55
    const exponent = (bits >> 4) & 7
    const step = ((bits & 0x0f) << 4) + (exponent === 0 ? 8 : 0x108)
    const value = exponent > 1 ? step << (exponent - 1) : step
    return (bits & 0x80 ? value : -value) / 32768
  },
  [MU_LAW]: (code) => {
    const bits = ~code & 0xff
    const value = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84
    return (bits & 0x80 ? -value : value) / 32768
  },
}

/** Decodes a WAV of PCM 16, A-law or mu-law, one array a channel. For tests: it takes the file whole. */
export function decodeWav(bytes: Uint8Array): { channels: Float32Array[]; rate: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (name(0) !== 'RIFF' || view.getUint32(4, true) !== bytes.length - 8)
    throw new Error('Not a WAV')
  let at = 12
  while (name(at) !== 'data') at += 8 + view.getUint32(at + 4, true)
  const tag = view.getUint16(20, true)
  const count = view.getUint16(22, true)
  const width = tag === PCM ? 2 : 1
  const samples = view.getUint32(at + 4, true) / width / count
  const channels = Array.from({ length: count }, (_, channel) =>
    Float32Array.from({ length: samples }, (_unused, index) => {
      const place = at + 8 + (index * count + channel) * width
      return tag === PCM
        ? view.getInt16(place, true) / 32768
        : (EXPAND[tag]?.(bytes[place] ?? 0) ?? Number.NaN)
    }),
  )
  return { channels, rate: view.getUint32(24, true) }
}
