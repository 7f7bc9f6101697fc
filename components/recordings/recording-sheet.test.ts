import { expect, test } from 'vitest'
import { sheetHead, sheetRows } from '@/components/list/export-sheet'
import type { Recording } from '@/lib/contract/recording'
import { RECORDING_SHEET } from './recording-sheet'

const ROW: Recording = {
  id: 7,
  thirdPartyId: '=cmd()',
  kind: 'phone',
  direction: 'outbound',
  startUtc: '2026-07-01T10:00:00Z',
  durationMs: 61_500,
  parties: [
    {
      endpointId: 1,
      endpointType: 'phone',
      value: '+447897897897',
      role: 'to',
      personId: null,
      personName: null,
    },
  ],
  tags: ['a.Sales', 'a.b, "c"'],
  retentionGroupId: null,
  expiryUtc: null,
  legalHold: false,
  hasAudio: true,
  hasVideo: null,
  hasTranscript: true,
  commentCount: 2,
  language: null,
  otherFields: {},
}

test('CSV quotes what needs it; raw leaves every value as it is', () => {
  expect(sheetRows(RECORDING_SHEET, [ROW], 'csv', 'utc')).toBe(
    '7,\'=cmd(),"1 Jul 2026, 10:00:00",2026-07-01T10:00:00Z,phone,outbound,+44 7897 897897,+44 7897 897897,61.5,"a.Sales; a.b, ""c""",yes,2,,,no\r\n',
  )
  expect(sheetRows(RECORDING_SHEET, [ROW], 'csv-raw', 'utc')).toContain('7,=cmd(),')
})

test('JSON lines keep every field', () => {
  expect(JSON.parse(sheetRows(RECORDING_SHEET, [ROW], 'jsonl', 'utc'))).toEqual(ROW)
})

test('the head states zone, filter and how many', () => {
  const statement = {
    exportedUtc: '2026-11-23T14:00:00Z',
    zone: 'local' as const,
    zoneWords: 'London · GMT',
    filter: 'tag:Sales',
    extent: '1 recording',
    recorded: 'entry 7 of the access ledger, by Anna Meyer',
  }
  const lines = sheetHead(RECORDING_SHEET, 'csv', statement).split('\r\n')
  expect(lines.slice(0, 5)).toEqual([
    'Recordings,1 recording',
    'Filter,tag:Sales',
    '"Times in column ""start""",London · GMT',
    'Exported,2026-11-23T14:00:00Z',
    'Recorded,"entry 7 of the access ledger, by Anna Meyer"',
  ])
  expect(JSON.parse(sheetHead(RECORDING_SHEET, 'jsonl', statement))).toEqual({ export: statement })
})
