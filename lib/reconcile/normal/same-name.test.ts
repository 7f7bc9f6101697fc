import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldEmail } from './email'
import { plainWords } from './letters'
import { nameWords } from './name'
import { foldReference } from './reference'
import { likeness, type NameLikeness } from './same-name'

function compare(one: string, other: string): NameLikeness | null {
  const a = nameWords(one, null, null)
  const b = nameWords(other, null, null)
  return a === null || b === null ? null : likeness(a, b)
}

describe('names', () => {
  test.each<[string, string, NameLikeness]>([
    ['Jörg Müller', 'Joerg Mueller', 'same'],
    ['Jörg Müller', 'Jorg Muller', 'same'],
    ['Joerg Mueller', 'Jorg Muller', 'same'],
    ['Anna Weiß', 'Anna Weiss', 'same'],
    ['Søren Sørensen', 'Soeren Soerensen', 'same'],
    ['Søren Sørensen', 'Soren Sorensen', 'same'],
    ['Łukasz Wójcik', 'Lukasz Wojcik', 'same'],
    ['SMITH, John', 'John Smith', 'same'],
    ['Smith John', 'John Smith', 'same'],
    ['Mr. John Smith Jr.', 'John Smith', 'same'],
    ['John Adam Smith', 'John Smith', 'same'],
    ['John A. Smith', 'John Adam Smith', 'same'],
    ['J. Smith', 'John Smith', 'same'],
    ['Bob Smith', 'Robert Smith', 'same'],
    ['Kate O’Brien', "Katherine O'Brien", 'same'],
    ['Jean-Luc Picard', 'Jean Luc Picard', 'same'],
    ['Anna Schmidt-Weber', 'Anna Weber', 'same'],
    ['Jean Luc Picard', 'Luc Picard', 'same'],
    ['Joanna Clarke', 'Joanna Clark', 'slip'],
    ['Stephen Wright', 'Stehpen Wright', 'slip'],
    ['Sophie Renard', 'Sophei Renrad', 'different'],
    ['Ann Lee', 'Ann Leo', 'different'],
    ['John Smith', 'Jane Smith', 'different'],
    ['John Smith', 'John Miller', 'different'],
    ['John A. Smith', 'John B. Smith', 'different'],
    ['Michael Nowak', 'Michal Nowak', 'slip'],
    ['Michelle', 'Michelle', 'same'],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(compare(one, other)).toBe(expected)
    expect(compare(other, one)).toBe(expected)
  })

  test('are compared the same from either side, and with themselves are the same', () => {
    const word = fc.constantFrom(
      'anna',
      'müller',
      'bob',
      'robert',
      'j',
      'smith',
      'smyth',
      'weber',
      'schmidt',
      'lee',
      'adam',
    )
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(compare(one, one)).toBe('same')
        expect([one, other, compare(one, other)]).toEqual([one, other, compare(other, one)])
      }),
      { numRuns: 3000 },
    )
  })
})

test.each([
  ['S.Renard@X.example', 's.renard@x.example'],
  ['s.renard+desk@x.example', 's.renard@x.example'],
  ['S.Ren.ard+x@googlemail.com', 'srenard@gmail.com'],
  ['s.renard@gmail.com', 'srenard@gmail.com'],
  ['+odd@x.example', '+odd@x.example'],
])('the address %s is %s', (text, folded) => {
  expect(foldEmail(text)).toBe(folded)
})

test.each([
  ['0042', '42'],
  ['42', '42'],
  ['42.0', '42'],
  ['hr-4100', 'HR4100'],
  ['HR 4100', 'HR4100'],
  ['HR004100', 'HR004100'],
  ['0', '0'],
])('the employee number %s is %s', (text, folded) => {
  expect(foldReference(text)).toBe(folded)
})

test.each([
  ['Sales & Trading', 'sales and trading'],
  ['  Dépt. Général ', 'dept general'],
])('the department %s is %s', (text, words) => {
  expect(plainWords(text)).toBe(words)
})
