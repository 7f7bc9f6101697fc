import { expect, test } from 'vitest'
import { kindLabel } from './kind'

test.each([
  ['contact-centre', 'Contact centre'],
  ['sms', 'SMS'],
  ['hologram', 'hologram'],
  ['toString', 'toString'],
  ['', '—'],
  [null, '—'],
])('the kind %s is shown as %s', (kind, label) => {
  expect(kindLabel(kind)).toBe(label)
})
