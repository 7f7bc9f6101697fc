/** ITU-T G.711: 16-bit samples to 8 bits. Tables are indexed by the sample plus 32768. */

const BIAS = 33
const CLIP = 8159

function muLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0
  const magnitude = Math.min(Math.abs(sample) >> 2, CLIP) + BIAS
  const exponent = Math.max(0, 26 - Math.clz32(magnitude))
  const mantissa = (magnitude >> (exponent + 1)) & 0x0f
  return ~(sign | (exponent << 4) | mantissa) & 0xff
}

function aLaw(sample: number): number {
  const magnitude = sample >= 0 ? sample >> 3 : ~sample >> 3
  const exponent = Math.max(0, 27 - Math.clz32(magnitude))
  const mantissa = (exponent === 0 ? magnitude >> 1 : magnitude >> exponent) & 0x0f
  return ((sample >= 0 ? 0x80 : 0) | (exponent << 4) | mantissa) ^ 0x55
}

const table = (code: (sample: number) => number) =>
  Uint8Array.from({ length: 65_536 }, (_, index) => code(index - 32_768))

export const MU_LAW = table(muLaw)
export const A_LAW = table(aLaw)
