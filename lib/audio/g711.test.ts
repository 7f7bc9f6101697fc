import { expect, test } from 'vitest'
import { A_LAW, expandToPcm16, MU_LAW } from './g711'

/** ITU-T G.711 table 2: decision values of the segments, on the 14-bit scale, and the steps within them. */
test('mu-law octets expand to the values of table 2', () => {
  for (let octet = 0; octet < 256; octet++) {
    const code = ~octet & 0x7f
    const segment = code >> 4
    const step = code & 15
    const magnitude = 2 ** segment * (2 * step + 33) - 33
    const signed = octet & 0x80 ? magnitude : -magnitude
    expect(MU_LAW[octet]).toBe(signed * 4 + 0)
  }
  expect([MU_LAW[0x00], MU_LAW[0x80], MU_LAW[0xff]]).toEqual([-32124, 32124, 0])
})

/** ITU-T G.711 table 1: 13-bit values; even bits are inverted on the line. */
test('A-law octets expand to the values of table 1', () => {
  for (let octet = 0; octet < 256; octet++) {
    const code = (octet ^ 0x55) & 0x7f
    const segment = code >> 4
    const step = code & 15
    const magnitude = segment === 0 ? 2 * step + 1 : 2 ** (segment - 1) * (2 * step + 33)
    const signed = octet & 0x80 ? magnitude : -magnitude
    expect(A_LAW[octet]).toBe(signed * 8)
  }
  expect([A_LAW[0xd5], A_LAW[0x55], A_LAW[0xaa], A_LAW[0x2a]]).toEqual([8, -8, 32256, -32256])
})

test('expanded octets are little-endian', () => {
  expect([...expandToPcm16(Uint8Array.of(0x00, 0x80), MU_LAW)]).toEqual([0x84, 0x82, 0x7c, 0x7d])
})
