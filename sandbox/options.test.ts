import { expect, it } from 'vitest'
import { optionsFromEnvironment } from './options'

it('takes the documented defaults from an empty environment', () => {
  expect(optionsFromEnvironment({})).toEqual({
    port: 4010,
    host: '127.0.0.1',
    recordings: 2000,
    people: 60,
    seed: 7,
    tokenSeconds: 300,
    ratePerSecond: 200,
    slowMs: 30_000,
    withoutRights: [],
  })
})

it('reads what is set and names what is wrong', () => {
  const read = optionsFromEnvironment({
    SANDBOX_PORT: '4100',
    SANDBOX_RECORDINGS: '1000000',
    SANDBOX_PEOPLE: '5000',
    SANDBOX_WITHOUT_RIGHTS: 'Recording.Play, Users.View',
    SANDBOX_NOW: '2026-11-23T19:00:00Z',
  })
  expect(read).toMatchObject({
    port: 4100,
    recordings: 1_000_000,
    people: 5000,
    withoutRights: ['Recording.Play', 'Users.View'],
    nowMs: Date.parse('2026-11-23T19:00:00Z'),
  })
  expect(() => optionsFromEnvironment({ SANDBOX_SEED: 'x' })).toThrow('SANDBOX_SEED')
  expect(() => optionsFromEnvironment({ SANDBOX_PEOPLE: '59' })).toThrow('SANDBOX_PEOPLE')
  expect(() => optionsFromEnvironment({ SANDBOX_NOW: 'x' })).toThrow('SANDBOX_NOW')
  expect(() => optionsFromEnvironment({ SANDBOX_WITHOUT_RIGHTS: 'Recording.Sing' })).toThrow('Sing')
})
