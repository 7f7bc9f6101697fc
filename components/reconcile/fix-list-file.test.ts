import { expect, test } from 'vitest'
import { fixListCsv, fixListJsonLines } from '@/lib/reconcile/fix-list'
import type { Mismatch } from '@/lib/reconcile/model'
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
const bytesOf = async (file: Blob) => Buffer.from(await file.arrayBuffer()).toString('utf8')

test.each([0, 1, 1_000, 2_500])(
  '%i written in blocks are as they are written at once',
  async (many) => {
    const some = MISMATCHES.slice(0, many)
    expect(await bytesOf(await fixListFile(some, 'csv-safe'))).toBe(fixListCsv(some, 'safe'))
    expect(await bytesOf(await fixListFile(some, 'csv-raw'))).toBe(fixListCsv(some, 'raw'))
    const lines = await fixListFile(some, 'jsonl')
    expect(await bytesOf(lines)).toBe(fixListJsonLines(some))
    expect(lines.type).toBe('application/x-ndjson')
  },
)
