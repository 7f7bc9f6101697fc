import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readTable } from './read-table'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

describe('a text file', () => {
  test.each([
    ['UTF-8', utf8('Name,Ort\nMüller,Köln'), 'utf-8'],
    ['UTF-8 with its mark', utf8('\ufeffName,Ort\nMüller,Köln'), 'utf-8'],
    ['UTF-16 little endian, marked', utf16le('\ufeffName,Ort\nMüller,Köln'), 'utf-16le'],
    ['UTF-16 little endian, unmarked', utf16le('Name,Ort\nMüller,Köln'), 'utf-16le'],
    [
      'UTF-16 big endian, marked',
      new Uint8Array(Buffer.from('\ufeffName,Ort\nMüller,Köln', 'utf16le').swap16()),
      'utf-16be',
    ],
    [
      'Windows-1252',
      new Uint8Array(Buffer.from('Name,Ort\nMüller,Köln', 'latin1')),
      'windows-1252',
    ],
  ])('is read as %s', async (_, bytes, encoding) => {
    const table = await readTable(bytes, 'hr.csv')
    expect(table.encoding).toBe(encoding)
    expect(table.heading).toEqual(['Name', 'Ort'])
    expect(table.lines).toEqual([{ line: 2, cells: ['Müller', 'Köln'] }])
  })

  test('has the letters that Windows-1252 has and Latin-1 lacks', async () => {
    const bytes = Buffer.from('Name,Note\nSean O\x92Brien,\x8aime \x80 5 \x96 \x93x\x94', 'latin1')
    const table = await readTable(new Uint8Array(bytes), 'hr.csv')
    expect(table.encoding).toBe('windows-1252')
    expect(table.lines).toEqual([{ line: 2, cells: ['Sean O’Brien', 'Šime € 5 – “x”'] }])
  })

  test.each([
    [',', 'a,b,c\n1,"x;y;z;w",3\n4,5,6\n'],
    [';', 'a;b;c\n1;"x,y,z,w";3\n4;5;6\n'],
    ['\t', 'a\tb\tc\n1\tSmith, John\t3\n4\tLee, Ann\t6\n'],
    ['|', 'a|b|c\n1|2|3\n'],
  ])('has its separator %j told', async (separator, text) => {
    const table = await readTable(utf8(text), 'hr.txt')
    expect(table.separator).toBe(separator)
    expect(table.heading).toEqual(['a', 'b', 'c'])
    expect(table.problems).toEqual([])
  })

  test("names its separator in Excel's first line, which is no heading", async () => {
    const table = await readTable(utf8('sep=;\r\nName;Dept\r\nAnn;Sales\r\n'), 'hr.csv')
    expect(table.heading).toEqual(['Name', 'Dept'])
    expect(table.lines).toEqual([{ line: 3, cells: ['Ann', 'Sales'] }])
  })

  test('keeps the line numbers right across quoted line breaks of every kind and blank lines', async () => {
    const text = 'Name,Note\r\n"Ann","one\r\ntwo\r\nthree"\r\n\r\nBob,"a\nb"\r\nCy,c'
    const table = await readTable(utf8(text), 'hr.csv')
    expect(table.lines).toEqual([
      { line: 2, cells: ['Ann', 'one\ntwo\nthree'] },
      { line: 6, cells: ['Bob', 'a\nb'] },
      { line: 8, cells: ['Cy', 'c'] },
    ])
    expect(table.problems).toEqual([])
  })

  test('loses one line to a quotation mark that is never closed, and no other', async () => {
    const table = await readTable(utf8('a,b\n1,2\n3,"four\n5,6\n7,8\n'), 'hr.csv')
    expect(table.lines.map(({ line }) => line)).toEqual([2, 4, 5])
    expect(table.problems).toEqual([
      {
        line: 3,
        cells: ['3', '"four'],
        reason: 'A quotation mark in this line is not closed, or stands where none may.',
      },
    ])
  })

  test('loses one line to a quotation mark that the next quoted cell would close', async () => {
    const table = await readTable(utf8('a,b\n1,2\n3,"four\n5,"six"\n7,8\n9,10\n'), 'hr.csv')
    expect(table.lines.map(({ line }) => line)).toEqual([2, 4, 5, 6])
    expect(table.problems.map(({ line }) => line)).toEqual([3])
  })

  test('loses one line to a quotation mark that a later one closes as if all between were one cell', async () => {
    const between = '3|Cy|Sales|Clerk|x\n4|Di|Sales|Clerk|x\n'
    const text = `No|Name|Dept|Job|Note\n1|Al|Ops|Boss|"a|b\nc"\n2|"Bo|Sales|Clerk|x\n${between}5|"|Ed|Clerk|x\n6|Flo|Ops|Clerk|x\n`
    const table = await readTable(utf8(text), 'hr.csv')
    expect(table.problems.map(({ line }) => line)).toEqual([4, 7])
    expect(table.lines.map(({ line }) => line)).toEqual([2, 5, 6, 8])
    expect(table.lines[0]?.cells[4]).toBe('a|b\nc')
  })

  test('takes the width of its lines from most of them, and not from a title with a separator', async () => {
    const text =
      'Staff list, as of today\nNo,Name,Dept,Job,Note\n1,Ann,Sales,Clerk,"one\ntwo"\n2,Bob,Ops,Boss,x\n'
    const table = await readTable(utf8(text), 'hr.csv')
    expect(table.heading).toEqual(['No', 'Name', 'Dept', 'Job', 'Note'])
    expect(table.problems.map(({ line }) => line)).toEqual([1])
    expect(table.lines.map(({ line }) => line)).toEqual([3, 5])
  })

  test('lists a line with too many or too few cells, and lets empty ones at the end pass', async () => {
    const rest = Array.from({ length: 20 }, (_, at) => `n${at},Sales,x`).join('\n')
    const text = `Name,Dept,Job\nSmith, John,Sales,Trader\nAnn,Sales\nBob,Sales,Clerk,,\n${rest}\n`
    const { lines, problems } = await readTable(utf8(text), 'hr.csv')
    expect(problems).toEqual([
      {
        line: 2,
        cells: ['Smith', ' John', 'Sales', 'Trader'],
        reason: 'This line has 4 cells; the heading has 3.',
      },
      { line: 3, cells: ['Ann', 'Sales'], reason: 'This line has 2 cells; the heading has 3.' },
    ])
    expect(lines[0]).toEqual({ line: 4, cells: ['Bob', 'Sales', 'Clerk'] })
    expect(lines).toHaveLength(21)
  })

  test('has short lines filled up where its writer leaves empty cells out by habit', async () => {
    const table = await readTable(
      utf8('Name,Dept,Left\nAnn,Sales\nBob,Sales\nCy,Ops,2026-01-02\n'),
      'x',
    )
    expect(table.lines.map(({ cells }) => cells.length)).toEqual([3, 3, 3])
    expect(table.problems).toEqual([])
  })

  test('may have a title above its heading, which is listed', async () => {
    const table = await readTable(
      utf8('Staff list,,\n,,\nName,Dept,Job\nAnn,Sales,Clerk\n'),
      'hr.csv',
    )
    expect(table.heading).toEqual(['Name', 'Dept', 'Job'])
    expect(table.problems).toEqual([
      { line: 1, cells: ['Staff list', '', ''], reason: 'This line stands above the heading.' },
    ])
  })

  test('may have no heading at all', async () => {
    const table = await readTable(utf8('HR-1,ann@x.example\nHR-2,bob@x.example\n'), 'hr.csv')
    expect(table.heading).toEqual(['Column 1', 'Column 2'])
    expect(table.lines).toHaveLength(2)
  })

  test.each([
    ['an empty file', new Uint8Array(), 'hr.csv is empty.'],
    ['blank lines alone', utf8('\n\n , \n'), 'hr.csv has no lines with anything in them.'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 0]), 'neither a text'],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]), 'an old Excel file'],
    ['a broken workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'not an XLSX file'],
  ])('is refused with a sentence when it is %s', async (_, bytes, message) => {
    await expect(readTable(bytes, 'hr.csv')).rejects.toThrow(message)
  })
})

describe('a workbook', () => {
  test('gives the first visible sheet with its row numbers, dates as ISO and numbers in full', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Hidden', hidden: true, rows: [['x', 'y']] },
        {
          name: 'Staff',
          rows: [
            ['Name', 'Phone', 'Start', 'No'],
            ['Ann', 447897897897, new Date('2026-10-03T00:00:00Z'), '0042'],
            [null, null, null, null],
            ['Bob', '+44 (0)7897 897897', null, 43],
          ],
        },
      ],
    })
    const table = await readTable(bytes, 'hr.xlsx')
    expect(table).toMatchObject({ sheet: 'Staff', encoding: null, separator: null, problems: [] })
    expect(table.heading).toEqual(['Name', 'Phone', 'Start', 'No'])
    expect(table.lines).toEqual([
      { line: 2, cells: ['Ann', '447897897897', '2026-10-03', '0042'] },
      { line: 4, cells: ['Bob', '+44 (0)7897 897897', '', '43'] },
    ])
  })
})
