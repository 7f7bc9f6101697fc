import { describe, expect, test } from 'vitest'
import { beginSession, isAlive, remainingSec, renewed } from './session-claims'

const MINUTE_MS = 60_000
const LIMITS = { idleMs: 30 * MINUTE_MS, absoluteMs: 12 * 60 * MINUTE_MS }
const START_MS = Date.parse('2026-11-23T09:00:00Z')
const anna = { sub: '1', issuer: 'local', name: 'Anna Meyer', email: null, roles: [] }

describe('a session', () => {
  test('ends after thirty minutes without use', () => {
    const claims = beginSession(anna, START_MS)
    expect(isAlive(claims, LIMITS, START_MS + LIMITS.idleMs - 1)).toBe(true)
    expect(isAlive(claims, LIMITS, START_MS + LIMITS.idleMs)).toBe(false)
  })

  test('ends after twelve hours however much it is used', () => {
    let claims = beginSession(anna, START_MS)
    let nowMs = START_MS
    while (isAlive(claims, LIMITS, nowMs)) {
      claims = renewed(claims, nowMs) ?? claims
      nowMs += 5 * MINUTE_MS
    }
    expect(nowMs - START_MS).toBe(LIMITS.absoluteMs)
  })

  test('is issued anew once a minute, with the same beginning and identity', () => {
    const claims = beginSession(anna, START_MS)
    expect(renewed(claims, START_MS + MINUTE_MS - 1)).toBeNull()
    const next = renewed(claims, START_MS + MINUTE_MS)
    expect(next).toEqual({ ...claims, seenMs: START_MS + MINUTE_MS })
  })

  test('does not begin in the future', () => {
    expect(isAlive(beginSession(anna, START_MS), LIMITS, START_MS - 1)).toBe(false)
  })

  test('keeps its cookie no longer than it lives', () => {
    const claims = beginSession(anna, START_MS)
    expect(remainingSec(claims, LIMITS, START_MS)).toBe(30 * 60)
    const late = { ...claims, seenMs: START_MS + LIMITS.absoluteMs - 10 * MINUTE_MS }
    expect(remainingSec(late, LIMITS, late.seenMs)).toBe(10 * 60)
    expect(remainingSec(claims, LIMITS, START_MS + LIMITS.absoluteMs)).toBe(0)
  })

  test('has an identifier of its own, and a name that fits a cookie', () => {
    const one = beginSession({ ...anna, name: 'x'.repeat(5000) }, START_MS)
    expect(one.name).toHaveLength(200)
    expect(one.sid).not.toBe(beginSession(anna, START_MS).sid)
  })
})
