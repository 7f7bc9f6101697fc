import { describe, expect, test } from 'vitest'
import { type Firm, makeFirm } from './firm'

const facts = ({ people, endpoints }: Firm, size: number) => ({
  people: people
    .slice(0, size)
    .map(({ endpoints: theirs, furtherEndpoints: _more, ...person }) => ({
      ...person,
      endpoints: Object.values(theirs).map(({ endpointId, value }) => [endpointId, value]),
    })),
  endpoints: endpoints
    .slice(0, 540)
    .map(({ endpointId, type, value, active }) => [endpointId, type, value, active]),
})
const repeated = (list: readonly unknown[]) => list.length - new Set(list).size

describe('a firm beyond the sixty', () => {
  test('leaves the people whom everybody knows as they are, whatever its size and seed', () => {
    const small = makeFirm()
    expect(small.people).toHaveLength(203)
    for (const seed of [7, 8])
      expect(facts(makeFirm({ people: 5_000, seed }), 203)).toEqual(facts(small, 203))
  })

  test('is the same for the same seed and another for another', () => {
    const rest = (seed: number) =>
      JSON.stringify(
        makeFirm({ people: 500, seed }).further.map(({ email, personId }) => [personId, email]),
      )
    expect(rest(7)).toBe(rest(7))
    expect(rest(8)).not.toBe(rest(7))
  })

  test('has as many subscribers as asked for, each with ids and an address of their own', () => {
    const { subscribers, further, people, endpoints } = makeFirm({ people: 5_000 })
    expect(subscribers.length + further.length).toBe(5_000)
    expect(repeated(people.map(({ personId }) => personId))).toBe(0)
    expect(repeated(further.map(({ email }) => email))).toBe(0)
    expect(repeated(endpoints.map(({ endpointId }) => endpointId))).toBe(0)
  })

  test('is never smaller', () => {
    expect(() => makeFirm({ people: 59 })).toThrow('at least 60')
  })
})
