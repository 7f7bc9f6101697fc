import { expect, test } from 'vitest'
import { jumpTarget } from './jump-target'

test.each([
  ['123', { interactionId: 123, thirdPartyId: null }],
  [' #1004417 ', { interactionId: 1004417, thirdPartyId: '1004417' }],
  ['19:meeting_Nz@thread.v2', { interactionId: null, thirdPartyId: '19:meeting_Nz@thread.v2' }],
  ['99999999999999999999', { interactionId: null, thirdPartyId: '99999999999999999999' }],
  ['0123', { interactionId: null, thirdPartyId: '0123' }],
  ['status', { interactionId: null, thirdPartyId: null }],
  ['dark theme 2', { interactionId: null, thirdPartyId: null }],
  ['', { interactionId: null, thirdPartyId: null }],
])('%s', (text, target) => {
  expect(jumpTarget(text)).toEqual(target)
})
