import { expect, test } from 'vitest'
import { pastedValues } from './look-up-values'

test('a pasted list is taken apart at lines and separators, not at blanks', () => {
  const text = '+44 7897 897897\r\n"dana@firm.example"; 07700 900123,\t+44 7897 897897\n\n'
  expect(pastedValues(text)).toEqual({
    values: ['+44 7897 897897', 'dana@firm.example', '07700 900123'],
    repeated: 1,
    beyond: 0,
  })
})

test('what is beyond a thousand is counted, not lost in silence', () => {
  const text = Array.from({ length: 1203 }, (_, at) => `447700${at}`).join('\n')
  const pasted = pastedValues(text)
  expect([pasted.values.length, pasted.beyond]).toEqual([1000, 203])
})
