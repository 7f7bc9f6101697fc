import { expect, test } from 'vitest'
import { tagName, wholeTag } from './tag-name'

test('a tag is named by its end, and found again by it when only one has it', () => {
  const seen = ['call.categoryNames.Sales', 'call.outcome.Complaint', 'mail.outcome.Complaint']
  expect(tagName('call.categoryNames.Sales')).toBe('Sales')
  expect(wholeTag('sales', seen)).toBe('call.categoryNames.Sales')
  expect(wholeTag('complaint', seen)).toBe('complaint')
  expect(wholeTag('Other', seen)).toBe('Other')
})
