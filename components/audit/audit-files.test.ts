import { readFile } from 'node:fs/promises'
import { decodePDFRawStream, PDFDocument, PDFRawStream } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AccessEvent } from '@/lib/contract/access-event'
import type { ReportFonts } from '@/lib/query/report-fonts'
import { auditReport, provenBy } from './audit-report'
import { exportedHead, exportedRows, rowsFile } from './audit-rows'
import { type AuditReport, type Granted, statementOf } from './audit-statement'
import { countEvents } from './event-list'
import { accessEvent, person } from './test-events'

const party = { endpointId: null, endpointType: 'phone', personId: null }
const EVENTS: AccessEvent[] = [
  accessEvent({
    key: 'L7',
    entries: [7, 9],
    who: person('lm', 'Łukasz Müller'),
    heard: [{ startMs: 0, endMs: 415_000 }],
    heardMs: 415_000,
    purpose: 'Complaint review',
    caseNumber: 'C-2291',
    agent: '=cmd()',
    call: {
      recordingId: 1004417,
      startUtc: '2026-11-20T10:00:00Z',
      durationMs: 1_122_000,
      kind: 'phone',
      direction: 'outbound',
      parties: [
        { ...party, role: 'from', value: null, personName: 'Priya Shah' },
        { ...party, role: 'to', value: '441614960733', personName: null },
      ],
      tags: [],
      retentionGroupId: null,
    },
  }),
  accessEvent({
    key: 'F1004417-3',
    entries: [],
    who: { kind: 'nobody', username: 'svc-focus-api' },
    unexplained: true,
    seenIn: 'focus',
    action: 'download',
  }),
]
const REPORT: AuditReport = {
  question: {
    by: 'subject',
    words: 'subject Priya Shah; action play, download',
    range: 'Last 7 days',
    from: '2026-11-16T14:05:09.000Z',
    to: null,
    span: null,
    findingOnly: null,
  },
  progress: {
    recordings: 412,
    found: 500,
    read: 410,
    refused: 2,
    failed: 0,
    unreadable: 0,
    events: 2,
  },
  focusAsked: true,
  ended: 'ended',
  ledger: null,
  findings: [
    {
      key: 'k',
      rule: 'focus-only',
      severity: 'high',
      sentence: 'Somebody used the key outside this console.',
      detail: '1 Focus event',
      eventKeys: ['F1004417-3'],
    },
  ],
  dismissed: [],
}
const GRANTED: Granted = {
  grant: {
    entry: 48_213,
    timeUtc: '2026-11-23T18:00:00.000Z',
    actor: 'Anna Meyer',
    checkpoint: {
      size: 48_200,
      rootHash: 'ab'.repeat(32),
      timeUtc: '2026-11-23T17:59:00.000Z',
      note: 'console.test\n48200\nq6urq6s=\ntime 2026-11-23T17:59:00.000Z\n\n— console.test abc=\n',
    },
  },
  zone: 'utc',
  zoneWords: 'UTC',
}
const STATEMENT = statementOf(REPORT, countEvents(EVENTS), GRANTED)

test('a file says what was asked, what is missing, who took it and what it rests on', () => {
  const said = Object.fromEntries(STATEMENT)
  expect(said.Asked).toBe('subject Priya Shah; action play, download')
  expect(said['Time of access']).toBe('Last 7 days: 16 Nov 2026, 14:05:09 to the moment of asking')
  expect(said['In it']).toBe('2 accesses to 1 recording')
  expect(said.Read).toContain('410 of 412 recordings read from Focus, 2 refused')
  expect(said.Read).toContain('88 more were found than are read')
  expect(said['Exported by']).toBe('Anna Meyer, 23 Nov 2026, 18:00:00, entry 48,213 of the ledger')
  expect(said['Rests on']).toContain(`root ${'ab'.repeat(32)}`)
  const broken = statementOf({ ...REPORT, ended: 'cancelled' }, countEvents(EVENTS), GRANTED)
  expect(Object.fromEntries(broken).Read).toContain('was cancelled, so there may be more')
})

describe('rows', () => {
  test('CSV for a spreadsheet holds no formula; raw and JSON lines leave every value', () => {
    const csv = exportedRows(EVENTS, 'csv', 'utc')
    expect(csv.split('\r\n')[0]).toBe(
      '"23 Nov 2026, 12:00:00",2026-11-23T12:00:00.000Z,Łukasz Müller,person,,yes,no,play,Played,allowed,permission:recordings.play,1004417,2026-11-20T10:00:00Z,Priya Shah called +44 161 496 0733,; 441614960733,0:00–6:55,415,to its end,ledger + Focus,Complaint review,C-2291,10.4.18.22,\'=cmd(),,,7 9,',
    )
    expect(exportedRows(EVENTS, 'csv-raw', 'utc')).toContain(',=cmd(),')
    const lines = exportedRows(EVENTS, 'jsonl', 'utc').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(EVENTS)
  })

  test('each row has a cell for each column', () => {
    const head = exportedHead([], 'csv').trimEnd().split('\r\n').at(-1) ?? ''
    const row = exportedRows(EVENTS.slice(1), 'csv', 'utc').trimEnd()
    expect(row.replace(/"[^"]*"/g, 'x').split(',')).toHaveLength(head.split(',').length)
  })

  test('seconds stand where they were timed, and nothing where nobody timed them', () => {
    const heardOf = (event: AccessEvent) => {
      const names = (exportedHead([], 'csv').trimEnd().split('\r\n').at(-1) ?? '').split(',')
      const row = exportedRows([event], 'csv', 'utc')
        .replace(/"[^"]*"/g, 'x')
        .split(',')
      return [row[names.indexOf('heard')], row[names.indexOf('heard_s')]]
    }
    expect(heardOf(accessEvent())).toEqual(['', '0'])
    expect(heardOf(accessEvent({ seenIn: 'focus' }))).toEqual(['not known', ''])
    expect(heardOf(accessEvent({ action: 'view' }))).toEqual(['', ''])
  })

  test('a file that is cancelled is not made', async () => {
    const stop = new AbortController()
    const many = Array.from({ length: 5000 }, () => EVENTS[0] ?? accessEvent())
    const made = rowsFile(many, STATEMENT, 'csv', 'utc', stop.signal, () => stop.abort())
    await expect(made).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('the PDF report', () => {
  let fonts: ReportFonts
  beforeAll(async () => {
    const read = async (name: string) => {
      const path = `node_modules/geist/dist/fonts/geist-sans/${name}.ttf`
      return new Uint8Array(await readFile(path)).buffer
    }
    fonts = { regular: await read('Geist-Regular'), semibold: await read('Geist-SemiBold') }
  })
  const make = (events: readonly AccessEvent[], signal = new AbortController().signal) =>
    auditReport(events, REPORT, GRANTED, fonts, signal, () => undefined, 200)

  test('prints names with their signs, the counts, the finding and the checkpoint', async () => {
    const bytes = await make(EVENTS)
    const document = await PDFDocument.load(bytes)
    expect(document.getTitle()).toBe('Who accessed what')
    expect(document.getAuthor()).toBe('Anna Meyer')
    const text = await printedText(bytes)
    for (const words of [
      'Łukasz Müller, through',
      'the service user',
      'No person found',
      'Priya Shah called +44 161 496 0733',
      '6 min 55 s: 0:00–6:55',
      'Complaint review,',
      'case C-2291',
      '410 of 412 recordings read from Focus',
      'Somebody used the key outside this console.',
      'time 2026-11-23T17:59:00.000Z',
      `page 1 of ${document.getPageCount()}`,
    ])
      expect(text.replaceAll('\n', ' ')).toContain(words)
  })

  test('that nobody accessed anything is an answer, fit for a file', async () => {
    const text = await printedText(await make([]))
    expect(text).toContain('No access was found in what was read.')
    expect(text).toContain('410 of 412 recordings read from Focus')
    const parts = await rowsFile([], STATEMENT, 'csv', 'utc', new AbortController().signal, () => 0)
    expect(parts.join('')).toMatch(/In it,2 accesses[\s\S]*heard_s/)
  })

  test('each finding names what proves it', async () => {
    const text = await printedText(await make(EVENTS))
    expect(text).toContain('1 Focus event · proved by row 3 of recording 1004417 in Focus')
    expect(provenBy(['L7', 'L12', 'F1004417-3'])).toBe(
      'entries 7, 12 and row 3 of recording 1004417 in Focus',
    )
    expect(provenBy(Array.from({ length: 30 }, (_, at) => `L${at}`))).toBe(
      'entries 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 18 more',
    )
  })

  test('a play of which nothing was heard is told from one that nobody timed', async () => {
    const told = await printedText(await make([accessEvent()]))
    expect(told).toContain('nothing')
    expect(told).not.toContain('not known')
    expect(await printedText(await make([accessEvent({ seenIn: 'focus' })]))).toContain('not known')
  })

  test('an address of mail is broken behind its @, not within the firm', async () => {
    const who = { kind: 'focus-user', username: 'hannah.lindqvist@hallam-pryce.example' } as const
    const lines = (await printedText(await make([accessEvent({ who })]))).split('\n')
    expect(lines).toEqual(expect.arrayContaining(['hannah.lindqvist@', 'hallam-pryce.example']))
  })

  test('a long table goes over pages with its head repeated, and says where it stops', async () => {
    const many = Array.from({ length: 201 }, (_, i) => ({
      ...(EVENTS[0] ?? accessEvent()),
      key: `L${i}`,
    }))
    const bytes = await make(many)
    const pages = (await PDFDocument.load(bytes)).getPageCount()
    const text = await printedText(bytes)
    expect(pages).toBeGreaterThan(5)
    expect(text.match(/Whose call/g)?.length).toBeGreaterThanOrEqual(pages - 2)
    expect(text).toContain(`page ${pages} of ${pages}`)
    expect(text).toContain('The first 200 of 201 rows')
  })

  test('a sign that the typeface has not is a box, and the report says so', async () => {
    const text = await printedText(await make([accessEvent({ who: person('x', '村上 Haruki') })]))
    expect(text).toMatch(/[□?]{2} Haruki/)
    expect(text).toContain('Signs that the typeface of this report has not')
  })

  test('stops when it is cancelled', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(make(EVENTS, stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
  })
})

/** What a reader of the PDF would copy: glyphs through each font's own map to Unicode, a line for each text. */
async function printedText(bytes: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(bytes)
  const streams = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream
        ? [Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')]
        : [],
    )
  const maps = streams
    .filter((stream) => stream.includes('beginbfchar'))
    .map((stream) => {
      const pairs = stream.matchAll(/<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>/g)
      const letter = (code: string) => Buffer.from(code, 'hex').swap16().toString('utf16le')
      return new Map([...pairs].map(([, glyph = '', code = '']) => [glyph, letter(code)]))
    })
  return streams
    .flatMap((stream) => [...stream.matchAll(/<([0-9A-Fa-f]+)> Tj/g)])
    .flatMap(([, hex = '']) => {
      const glyphs = hex.match(/.{4}/g) ?? []
      // Which font it was set in does not matter: only one reading makes sense.
      return maps.map((map) => glyphs.map((glyph) => map.get(glyph) ?? '').join(''))
    })
    .join('\n')
}
