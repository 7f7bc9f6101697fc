import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GSM_BLOCK_BYTES, GSM_BLOCK_SAMPLES, GsmDecoder } from './gsm610'
import { parseWavHeader } from './wav-header'

function decode(blocks: Uint8Array): Int16Array {
  const count = Math.floor(blocks.length / GSM_BLOCK_BYTES)
  const pcm = new Int16Array(count * GSM_BLOCK_SAMPLES)
  const decoder = new GsmDecoder()
  for (let i = 0; i < count; i++) {
    decoder.decodeBlock(blocks, i * GSM_BLOCK_BYTES, pcm, i * GSM_BLOCK_SAMPLES)
  }
  return pcm
}

const sha256 = (pcm: Int16Array) =>
  createHash('sha256').update(new Uint8Array(pcm.buffer)).digest('hex')

test('a recording decodes to the same bits as with libgsm and ffmpeg', () => {
  const file = readFileSync(join(import.meta.dirname, 'fixtures/noise.gsm.wav'))
  const header = parseWavHeader(file)
  if (typeof header === 'string') throw new Error(header)
  const { dataStart, dataBytes } = header
  const pcm = decode(file.subarray(dataStart, dataStart + (dataBytes ?? 0)))
  expect(sha256(pcm)).toBe('8351ba1ff647d6b11701698396550c2a978ee24ad2e525e003264c1a1f1f7e43')
})

test('any bits decode as with libgsm, saturation included', () => {
  const blocks = new Uint8Array(60 * GSM_BLOCK_BYTES)
  let seed = 1
  for (let i = 0; i < blocks.length; i++) {
    // The generator of C's rand(), by BigInt because the product passes 2^53.
    seed = Number((BigInt(seed) * 1103515245n + 12345n) & 0x7fffffffn)
    blocks[i] = seed >> 16
  }
  expect(sha256(decode(blocks))).toBe(
    '76a5b46f731c566bc12f643d0af7b4066307630f9ae9d929db1a82d0d2c38c2a',
  )
})
