import { expect, test } from 'vitest'
import { kindSeries } from './kind-series'

const SEVEN = ['sms', 'phone', 'teams', 'email', 'chat', 'whatsapp', 'contact-centre']
const coloursOf = (kinds: string[]) =>
  Object.fromEntries(kindSeries(kinds).map(({ name, colour }) => [name, colour]))

test('each kind has a colour of its own, which it keeps while others arrive', () => {
  const few = coloursOf(['teams', 'fax', 'phone'])
  const colours = coloursOf(SEVEN)
  expect(new Set(Object.values(colours)).size).toBe(7)
  expect([few.Teams, few.Phone]).toEqual([colours.Teams, colours.Phone])
  expect(new Set(Object.values(few)).size).toBe(3)
  // The order of the stack does not follow the counts either.
  expect(kindSeries(['phone', 'teams'])).toEqual(kindSeries(['teams', 'phone']))
})

test('beyond seven, the rarest are one series, told apart by a pattern', () => {
  const series = kindSeries([...SEVEN, 'fax', ''])
  expect(series).toHaveLength(7)
  expect(series.at(-1)).toEqual({
    name: 'Other kinds',
    kinds: ['contact-centre', 'fax', ''],
    colour: null,
  })
  expect(new Set(series.map(({ colour }) => colour)).size).toBe(7)
  expect(series.flatMap(({ kinds }) => kinds)).toHaveLength(9)
})
