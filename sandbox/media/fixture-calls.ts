import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CallSpec } from '../speech/call-spec'

/** What npm cannot encode: the files of `fixtures/make.ts`. */
export type FixtureFormat = 'wav-gsm' | 'm4a' | 'mp4'

/** The calls that those files hold: a recording of such a format has to be of this spec. */
export const FIXTURE_CALLS: Readonly<Record<FixtureFormat, CallSpec>> = {
  'wav-gsm': {
    seed: 610,
    index: 1,
    topic: 16,
    durationMs: 96_480,
    agentName: 'Ruth Adeyemi',
    customerName: 'Martin Hale',
  },
  m4a: {
    seed: 610,
    index: 2,
    topic: 0,
    durationMs: 118_080,
    agentName: 'Hannah Price',
    customerName: 'Joan Whitlock',
  },
  mp4: {
    seed: 610,
    index: 3,
    topic: 13,
    durationMs: 84_240,
    agentName: 'Sophie Lindqvist',
    customerName: 'Peter Osei',
  },
}

const FILES = {
  'wav-gsm': { name: 'call-gsm.wav', mediaType: 'audio/wav', channels: 1 },
  m4a: { name: 'call-aac.m4a', mediaType: 'audio/mp4', channels: 2 },
  mp4: { name: 'meeting.mp4', mediaType: 'video/mp4', channels: 2 },
} as const

/** Where the file of a format is, and what is in it. */
export function fixtureFile(format: FixtureFormat) {
  const path = fileURLToPath(new URL(`fixtures/${FILES[format].name}`, import.meta.url))
  return { ...FILES[format], path, durationMs: FIXTURE_CALLS[format].durationMs }
}

const sizes = new Map<FixtureFormat, number>()

/** Bytes in the file of a format. */
export function fixtureSize(format: FixtureFormat): number {
  const size = sizes.get(format) ?? statSync(fixtureFile(format).path).size
  sizes.set(format, size)
  return size
}
