/** Linear 16-bit values of the 256 mu-law octets (ITU-T G.711, table 2; 14-bit values scaled by 4). */
export const MU_LAW = Int16Array.from({ length: 256 }, (_, octet) => {
  const bits = ~octet & 0xff
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84
  return bits & 0x80 ? -magnitude : magnitude
})

/** Linear 16-bit values of the 256 A-law octets (ITU-T G.711, table 1; 13-bit values scaled by 8). */
export const A_LAW = Int16Array.from({ length: 256 }, (_, octet) => {
  const bits = octet ^ 0x55
  const segment = (bits & 0x70) >> 4
  const step = ((bits & 0x0f) << 4) + 8
  const magnitude = segment === 0 ? step : (step + 0x100) << (segment - 1)
  return bits & 0x80 ? magnitude : -magnitude
})

/** Expands octets to 16-bit little-endian PCM. */
export function expandToPcm16(octets: Uint8Array, table: Int16Array): Uint8Array {
  const pcm = Buffer.allocUnsafeSlow(octets.length * 2)
  for (let index = 0; index < octets.length; index++) {
    const value = table[octets[index] ?? 0] ?? 0
    pcm[index * 2] = value & 0xff
    pcm[index * 2 + 1] = (value >> 8) & 0xff
  }
  return pcm
}
