import { expect, test } from 'vitest'
import { parseWavHeader, pcm16Header } from './wav-header'

function u32(value: number): number[] {
  return [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255]
}
const tag = (name: string) => [...name].map((letter) => letter.charCodeAt(0))
const FMT = [1, 0, 2, 0, ...u32(8000), ...u32(32000), 4, 0, 16, 0]
const wave = (...parts: number[][]) => Uint8Array.from(parts.flat())

test('our own head reads back', () => {
  expect(parseWavHeader(pcm16Header({ channels: 2, sampleRate: 8000 }, 1000))).toEqual({
    formatTag: 1,
    channels: 2,
    sampleRate: 8000,
    blockAlign: 4,
    bitsPerSample: 16,
    dataStart: 44,
    dataBytes: 1000,
    fileBytes: 1044,
  })
})

test('a head of unknown length states none', () => {
  expect(parseWavHeader(pcm16Header({ channels: 1, sampleRate: 8000 }, null))).toMatchObject({
    dataBytes: null,
    fileBytes: null,
  })
})

test('chunks before the samples are stepped over, odd ones with their pad', () => {
  const head = wave(
    tag('RIFF'),
    u32(200),
    tag('WAVE'),
    tag('LIST'),
    u32(3),
    [1, 2, 3, 0],
    tag('fmt '),
    u32(16),
    FMT,
    tag('fact'),
    u32(4),
    u32(9),
    tag('data'),
    u32(100),
  )
  expect(parseWavHeader(head)).toMatchObject({ dataStart: 68, dataBytes: 100, fileBytes: 208 })
})

test.each([0, 0xffffffff])('a streamed size of %i is no size', (size) => {
  const head = wave(
    tag('RIFF'),
    u32(size),
    tag('WAVE'),
    tag('fmt '),
    u32(16),
    FMT,
    tag('data'),
    u32(size),
  )
  expect(parseWavHeader(head)).toMatchObject({ dataStart: 44, dataBytes: null, fileBytes: null })
})

test('RF64 takes its sizes from ds64', () => {
  const head = wave(
    tag('RF64'),
    u32(0xffffffff),
    tag('WAVE'),
    tag('ds64'),
    u32(28),
    u32(72 + 5),
    u32(1),
    u32(5),
    u32(1),
    u32(0),
    u32(0),
    u32(0),
    tag('fmt '),
    u32(16),
    FMT,
    tag('data'),
    u32(0xffffffff),
  )
  expect(parseWavHeader(head)).toMatchObject({ dataBytes: 2 ** 32 + 5, fileBytes: 2 ** 32 + 85 })
})

test('an extensible head is what its subformat says', () => {
  const extended = [
    0xfe,
    0xff,
    ...FMT.slice(2),
    22,
    0,
    16,
    0,
    ...u32(3),
    7,
    0,
    ...Array(14).fill(0),
  ]
  const head = wave(
    tag('RIFF'),
    u32(500),
    tag('WAVE'),
    tag('fmt '),
    u32(40),
    extended,
    tag('data'),
    u32(100),
  )
  expect(parseWavHeader(head)).toMatchObject({ formatTag: 7, dataStart: 68 })
})

test('every cut of a head asks for more, and what is no wave is said to be none', () => {
  const head = pcm16Header({ channels: 1, sampleRate: 8000 }, 10)
  for (let length = 0; length < head.length; length++) {
    expect(parseWavHeader(head.subarray(0, length))).toBe('more')
  }
  expect(parseWavHeader(wave(tag('RIFF'), u32(9), tag('AVI '), u32(0)))).toBe('invalid')
  expect(parseWavHeader(wave(tag('RIFF'), u32(9), tag('WAVE'), tag('data'), u32(4)))).toBe(
    'invalid',
  )
})
