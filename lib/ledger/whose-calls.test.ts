import { describe, expect, test } from 'vitest'
import { WhoseCalls } from './whose-calls'

const callOf = (id: number, tags: string[] = []) => ({
  id,
  parties: [],
  direction: 'inbound',
  startUtc: '2026-11-23T10:00:00Z',
  durationMs: 60_000,
  retentionGroupId: 3,
  tags,
})

describe('the memory of whose calls were seen', () => {
  test('says whose a call is, with its tags, for ten minutes', () => {
    let nowMs = 0
    const seen = new WhoseCalls(() => nowMs)
    seen.remember([callOf(1, ['a.b'])])
    nowMs = 599_999
    expect(seen.find(1)).toMatchObject({ whose: { recordingId: 1 }, tags: ['a.b'] })
    expect(seen.find(2)).toBeNull()
    nowMs = 600_000
    expect(seen.find(1)).toBeNull()
  })

  test('holds five thousand, and lets the ones longest unseen go', () => {
    const seen = new WhoseCalls(() => 0)
    seen.remember(Array.from({ length: 5000 }, (_, id) => callOf(id)))
    seen.remember([callOf(0)])
    seen.remember([callOf(9999)])
    expect(seen.find(1)).toBeNull()
    expect(seen.find(0)).not.toBeNull()
    expect(seen.find(9999)).not.toBeNull()
  })
})
