import { expect, test } from 'vitest'
import { jumpTarget } from './jump-target'

test.each([
  ['123', { recordingId: 123, thirdPartyId: null }],
  [' #1004417 ', { recordingId: 1004417, thirdPartyId: '1004417' }],
  ['19:meeting_Nz@thread.v2', { recordingId: null, thirdPartyId: '19:meeting_Nz@thread.v2' }],
  ['99999999999999999999', { recordingId: null, thirdPartyId: '99999999999999999999' }],
  ['0123', { recordingId: null, thirdPartyId: '0123' }],
  ['status', { recordingId: null, thirdPartyId: null }],
  ['dark theme 2', { recordingId: null, thirdPartyId: null }],
  ['', { recordingId: null, thirdPartyId: null }],
])('%s', (text, target) => {
  expect(jumpTarget(text)).toEqual(target)
})
