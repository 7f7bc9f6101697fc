import { expect, test } from 'vitest'
import { refusalOf } from './refusal'

const now = Date.parse('2026-11-23T12:00:00Z')
const media = { hasAudio: true, hasVideo: false, expiryUtc: null, legalHold: null }

test('what cannot be played says why before anything is asked', () => {
  expect(refusalOf(media, true, now)).toBeNull()
  expect(refusalOf({ ...media, hasAudio: null }, true, now)).toBeNull()
  expect(refusalOf({ ...media, hasAudio: false }, true, now)).toMatch(/No media/)
  expect(refusalOf({ ...media, hasAudio: false, hasVideo: true }, true, now)).toBeNull()
  expect(refusalOf(media, false, now)).toMatch(/role/)
})

test('expired media stays only under legal hold', () => {
  const expired = { ...media, expiryUtc: '2026-11-23T12:00:00Z' }
  expect(refusalOf(expired, true, now)).toMatch(/expired/)
  expect(refusalOf(expired, true, now - 1)).toBeNull()
  expect(refusalOf({ ...expired, legalHold: true }, true, now)).toBeNull()
})
