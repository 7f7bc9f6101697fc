import { describe, expect, test } from 'vitest'
import { joinQuery, readDraft, splitQuery } from './query-draft'
import { personSought, pieceInHand, suggest } from './suggestions'

const TAGS = ['call.categoryNames.Sales', 'call.outcome.Trade order']

describe('a draft in the search box', () => {
  test('what is being typed is not searched for yet', () => {
    expect(readDraft('renewal tag:Sa', TAGS, false)).toMatchObject({
      chips: [],
      text: 'renewal tag:Sa',
      search: 'renewal  ',
    })
  })

  test('a finished piece becomes a chip, a tag by its whole path', () => {
    expect(readDraft('renewal tag:sales ', TAGS, false)).toMatchObject({
      chips: ['tag:call.categoryNames.Sales'],
      text: 'renewal ',
    })
    expect(readDraft('-tag:"trade order"', TAGS, true).chips).toEqual([
      '-tag:"call.outcome.Trade order"',
    ])
  })

  test('a number is searched for while it is typed and becomes a chip on Enter', () => {
    const typing = readDraft('+44 7897 897897', TAGS, false)
    expect(typing).toMatchObject({ chips: [], search: '+44 7897 897897' })
    expect(readDraft('+44 7897 897897', TAGS, true)).toMatchObject({
      chips: ['number:"+44 7897 897897"'],
      search: ' ',
    })
  })

  test('a query comes apart and together again', () => {
    const { chips, text } = splitQuery('person:12 renewal number:"+44 7897" letter')
    expect(text).toBe('renewal letter')
    expect(
      joinQuery(
        chips.map((chip) => chip.raw),
        text,
      ),
    ).toBe('person:12 number:"+44 7897" renewal letter')
  })
})

describe('suggestions', () => {
  const labels = (draft: string) => suggest(pieceInHand(draft), TAGS, []).map((one) => one.label)
  test('keys first, then values', () => {
    expect(labels('t')).toEqual(['tag:', 'type:', 'to:'])
    expect(labels('tag:tr')).toEqual(['tag Trade order'])
    expect(labels('type:te')).toEqual(['type teams'])
    expect(suggest(pieceInHand('-tag:sal'), TAGS, [])[0]?.text).toBe(
      '-tag:call.categoryNames.Sales',
    )
  })

  test('people by name, in a key or as a bare word, never by number', () => {
    expect(personSought(pieceInHand('person:pri'))).toBe('pri')
    expect(personSought(pieceInHand('pri'))).toBe('pri')
    expect(personSought(pieceInHand('person:12'))).toBe('')
    expect(personSought(pieceInHand('07897897897'))).toBe('')
  })
})
