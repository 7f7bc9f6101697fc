import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sniff } from './container'
import { contentTypeOf } from './content-type'
import { pcm16Header } from './wav-header'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))

test.each([
  ['tone.mp3', { kind: 'mp3', mono: false }, 'audio/mpeg'],
  ['tone-mono.mp3', { kind: 'mp3', mono: true }, 'audio/mpeg'],
  ['tone.opus', { kind: 'ogg', codec: 'opus' }, 'audio/ogg'],
  ['tone.m4a', { kind: 'mp4', audioOnly: true }, 'audio/mp4'],
  ['noise.gsm.wav', expect.objectContaining({ kind: 'wav' }), 'audio/wav'],
] as const)('%s is known by its bytes', (name, expected, type) => {
  const container = sniff(fixture(name), false)
  expect(container).toEqual(expected)
  if (container === 'more') throw new Error('more')
  expect(contentTypeOf(container, 'text/html; charset=utf-8')).toBe(type)
})

test.each([
  ['fLaC', 'audio/flac'],
  ['.snd', 'audio/basic'],
  ['\x1aE\xdf\xa3', 'video/webm'],
])('%j begins %s', (magic, type) => {
  const bytes = Buffer.concat([Buffer.from(magic, 'latin1'), Buffer.alloc(20)])
  const container = sniff(bytes, false)
  if (container === 'more') throw new Error('more')
  expect(contentTypeOf(container, null)).toBe(type)
})

test('a type that is no media never goes out', () => {
  const unknown = { kind: 'unknown' } as const
  expect(contentTypeOf(unknown, 'text/html')).toBe('application/octet-stream')
  expect(contentTypeOf(unknown, 'image/svg+xml')).toBe('application/octet-stream')
  expect(contentTypeOf(unknown, 'audio/X-WAV; rate=8000')).toBe('audio/wav')
  expect(contentTypeOf({ kind: 'markup' }, 'audio/wav\r\nx: y')).toBe('application/octet-stream')
  expect(contentTypeOf({ kind: 'webm' }, 'audio/webm;codecs=opus')).toBe('audio/webm')
})

test('a page of HTML is markup, a start too short asks for more until it ends', () => {
  expect(sniff(Buffer.from('<!doctype html><html>'), false)).toEqual({ kind: 'markup' })
  expect(sniff(Buffer.from('RIFF'), false)).toBe('more')
  expect(sniff(Buffer.from('RIFF'), true)).toEqual({ kind: 'unknown' })
  expect(sniff(pcm16Header({ channels: 1, sampleRate: 8000 }, 4).subarray(0, 30), false)).toBe(
    'more',
  )
})
