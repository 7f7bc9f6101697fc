import { expect, test } from 'vitest'
import { fixListCsv, fixListJsonLines } from '@/lib/reconcile/fix-list'
import type { Mismatch, UnreadableLine } from '@/lib/reconcile/model'
import { fixListFile } from './fix-list-file'

const MISMATCHES = Array.from(
  { length: 2_500 },
  (_, at): Mismatch => ({
    kind: 'not-in-hr',
    key: `${at}`,
    title: `Number ${at}, "called"\r\n=${at}`,
    sentence: 'Not there.',
    suggestedAction: 'Look.',
    evidence: [],
    matchedBy: [],
    hrLines: [],
    personIds: [at],
    endpointIds: [],
    userIds: [],
  }),
)
const UNREADABLE = Array.from(
  { length: 1_500 },
  (_, at): UnreadableLine => ({ line: at + 2, reason: 'It says nothing.', cells: ['"', `=${at}`] }),
)
const bytesOf = async (file: Blob) => Buffer.from(await file.arrayBuffer()).toString('utf8')

test.each([0, 1, 1_000, 2_500])(
  '%i written in blocks are as they are written at once',
  async (many) => {
    const some = MISMATCHES.slice(0, many)
    const unread = UNREADABLE.slice(0, Math.floor(many / 2))
    const file = (format: 'csv-safe' | 'csv-raw' | 'jsonl') => fixListFile(some, unread, format)
    expect(await bytesOf(await file('csv-safe'))).toBe(fixListCsv(some, 'safe', unread))
    expect(await bytesOf(await file('csv-raw'))).toBe(fixListCsv(some, 'raw', unread))
    const lines = await file('jsonl')
    expect(await bytesOf(lines)).toBe(fixListJsonLines(some, unread))
    expect(lines.type).toBe('application/x-ndjson')
  },
)
