import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuery } from './query-text'
import { formatToken, tokenize } from './tokens'

const search = (text: string) => readQuery(text).search
const mistakes = (text: string) => readQuery(text).tokens.map((token) => token.mistake)

describe('pieces of the search box', () => {
  test('are cut at white space outside quotation marks', () => {
    expect(tokenize('tag:"Trade order"  "two words" x').map((token) => token.value)).toEqual([
      'Trade order',
      'two words',
      'x',
    ])
  })

  test('survive writing and reading, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), (value, negated) => {
        const [token, ...rest] = tokenize(formatToken('tag', value, negated))
        expect(rest).toEqual([])
        expect(token).toMatchObject({ key: 'tag', value, negated, open: false })
      }),
    )
  })

  test('stand where they say, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const token of tokenize(text))
          expect(text.slice(token.start, token.end)).toBe(token.raw)
      }),
    )
  })

  test.each([
    ['+44 7897 897897', '+44 7897 897897'],
    ['07897 897 897 renewal', '07897 897 897'],
    ['(0161) 496-0733', '(0161) 496-0733'],
  ])('a number in pieces is one: %s', (text, value) => {
    expect(tokenize(text)[0]).toMatchObject({ key: 'number', value })
  })

  test.each(['2026-11-23', '12345', 'room 101', '14 03'])('%s is no phone number', (text) => {
    expect(tokenize(text).every((token) => token.key === null)).toBe(true)
  })
})

describe('what the search box asks for', () => {
  test('words are text, keys are filters', () => {
    expect(search('person:12 type:phone,teams -tag:Closing renewal letter')).toEqual({
      personIds: { include: [12] },
      kinds: { include: ['phone', 'teams'] },
      tags: { exclude: ['Closing'] },
      text: 'renewal letter',
    })
  })

  test('lengths are whole seconds: beyond ten minutes begins at 10:01', () => {
    expect(search('dur:>10m').durationMs).toEqual({ min: 601_000 })
    expect(search('dur:<5m').durationMs).toEqual({ max: 299_000 })
    expect(search('dur:5m..20m').durationMs).toEqual({ min: 300_000, max: 1_200_000 })
    expect(search('dur:>=1h dur:<=1:30:00').durationMs).toEqual({ min: 3_600_000, max: 5_400_000 })
  })

  test('has, direction and ids', () => {
    expect(search('has:transcript -has:comments')).toEqual({
      hasTranscript: true,
      hasComments: false,
    })
    expect(search('-dir:internal').directions).toEqual({ include: ['inbound', 'outbound'] })
    expect(search('dir:inbound dir:outbound').directions).toEqual({
      include: ['inbound', 'outbound'],
    })
    expect(search('id:12,19:meeting_x@thread').thirdPartyIds).toEqual({
      include: ['19:meeting_x@thread'],
    })
    expect(search('-number:+447897897897').endpointValues).toEqual({ exclude: ['+447897897897'] })
  })

  test('a mistake is marked at its token and the rest still holds', () => {
    expect(mistakes('tag:Sales dur:long words')).toEqual([
      null,
      'A length is written >10m, <90s or 5m..20m.',
      null,
    ])
    expect(search('tag:Sales dur:long words')).toEqual({
      tags: { include: ['Sales'] },
      text: 'words',
    })
    expect(mistakes('colour:red')[0]).toContain('no filter “colour”')
    expect(mistakes('person:Priya')[0]).toContain('Choose a person')
    expect(mistakes('tag:"Trade')).toEqual(['A quotation mark is missing.'])
    expect(mistakes('-word')[0]).toContain('cannot be left out')
  })
})
