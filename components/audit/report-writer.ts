import fontkit from '@pdf-lib/fontkit'
import { PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib'
import type { ReportFonts } from '@/lib/query/report-fonts'

/** A4 across, in points: a table of seven columns needs the width. */
const PAGE = { width: 841.89, height: 595.28 }
export const MARGIN = 40
export const INNER = PAGE.width - 2 * MARGIN
const FOOT = 34
const INK = rgb(0.11, 0.11, 0.1)
const MUTED = rgb(0.4, 0.39, 0.36)
const LINE = rgb(0.82, 0.81, 0.79)
const DANGER = rgb(0.7, 0.15, 0.12)
const COLOURS = { ink: INK, muted: MUTED, danger: DANGER }

export type Ink = keyof typeof COLOURS
export type TextStyle = { size?: number; bold?: boolean; ink?: Ink }
/** One column of a printed table: its share of the width, in points. */
export type PrintColumn = { name: string; width: number; right?: boolean }
export type PrintCell = { text: string; bold?: boolean; ink?: Ink }

/** Writes a report down page after page. Positions count from the top. */
export class ReportWriter {
  private page: PDFPage
  private y: number
  /** Signs that the typeface has not; each was printed as a box. */
  private readonly missing = new Set<string>()
  private readonly known: ReadonlySet<number>
  private readonly widths = new Map<PDFFont, Map<string, number>>()

  private constructor(
    private readonly document: PDFDocument,
    private readonly regular: PDFFont,
    private readonly bold: PDFFont,
  ) {
    this.known = new Set(regular.getCharacterSet())
    this.page = document.addPage([PAGE.width, PAGE.height])
    this.y = MARGIN
  }

  static async open(fonts: ReportFonts): Promise<ReportWriter> {
    const document = await PDFDocument.create()
    document.registerFontkit(fontkit)
    // Without kerning a text is as wide as its signs together, so that wrapping needs no typesetting.
    const features = { tnum: true, liga: false, kern: false }
    const regular = await document.embedFont(fonts.regular, { subset: true, features })
    const bold = await document.embedFont(fonts.semibold, { subset: true, features })
    return new ReportWriter(document, regular, bold)
  }

  /** What was written and could not be printed, each sign once. */
  missingSigns(): string {
    return [...this.missing].join(' ')
  }

  describe(title: string, author: string, date: Date): void {
    this.document.setTitle(title, { showInWindowTitleBar: true })
    this.document.setAuthor(author)
    this.document.setCreator('Focus Console')
    this.document.setProducer('Focus Console')
    this.document.setLanguage('en-GB')
    this.document.setCreationDate(date)
    this.document.setModificationDate(date)
  }

  gap(points: number): void {
    this.y += points
  }

  /** Begins a new page unless so much is left on this one. True when it did. */
  need(points: number): boolean {
    if (this.y + points <= PAGE.height - MARGIN - FOOT) return false
    this.page = this.document.addPage([PAGE.width, PAGE.height])
    this.y = MARGIN
    return true
  }

  /** Text over as many lines as it takes, from `left` on (points from the margin). */
  text(words: string, style: TextStyle = {}, left = 0, width = INNER - left): void {
    const size = style.size ?? 9
    for (const line of this.lines(words, width, style)) {
      this.need(size * 1.4)
      this.draw(line, MARGIN + left, size, style)
      this.y += size * 1.4
    }
  }

  /** A name and its value side by side. */
  fact(name: string, value: string, nameWidth: number): void {
    const size = 9
    this.need(size * 1.4)
    this.draw(this.printable(name), MARGIN, size, { ink: 'muted' })
    this.text(value, { size }, nameWidth)
    this.y += 2
  }

  rule(): void {
    this.page.drawLine({
      start: { x: MARGIN, y: PAGE.height - this.y },
      end: { x: MARGIN + INNER, y: PAGE.height - this.y },
      thickness: 0.5,
      color: LINE,
    })
  }

  /** The head of a table; `row` repeats it on each page it begins. */
  head(columns: readonly PrintColumn[]): void {
    this.need(40)
    this.row(
      columns,
      columns.map(({ name }) => ({ text: name, ink: 'muted' as const, bold: true })),
      false,
    )
  }

  /** One row, as high as its longest cell. Nothing is cut off: a row is never parted by a page. */
  row(columns: readonly PrintColumn[], cells: readonly PrintCell[], repeatsHead = true): void {
    const size = 8
    const lineHeight = size * 1.35
    const wrapped = columns.map((column, i) => {
      const cell = cells[i] ?? { text: '' }
      return this.lines(cell.text, column.width - 6, { size, bold: cell.bold ?? false })
    })
    const height = Math.max(1, ...wrapped.map((lines) => lines.length)) * lineHeight + 6
    if (this.need(height) && repeatsHead) this.head(columns)
    const top = this.y
    let x = MARGIN
    for (const [i, column] of columns.entries()) {
      const cell = cells[i] ?? { text: '' }
      const style: TextStyle = { size, bold: cell.bold ?? false, ink: cell.ink ?? 'ink' }
      for (const [at, line] of (wrapped[i] ?? []).entries()) {
        this.y = top + 3 + at * lineHeight
        const font = style.bold ? this.bold : this.regular
        const over = column.right ? column.width - 6 - this.widthOf(line, font) * size : 0
        this.draw(line, x + over, size, style)
      }
      x += column.width
    }
    this.y = top + height
    this.rule()
  }

  /** The file, with `page n of m` at the foot of each page and `foot` beside it. */
  async close(foot: string): Promise<Uint8Array<ArrayBuffer>> {
    const pages = this.document.getPages()
    for (const [i, page] of pages.entries()) {
      this.page = page
      this.y = PAGE.height - MARGIN - 12
      this.rule()
      this.y += 5
      const count = `page ${i + 1} of ${pages.length}`
      const [line = ''] = this.lines(foot, INNER - 80, { size: 7.5 })
      this.draw(line, MARGIN, 7.5, { ink: 'muted' })
      const width = this.widthOf(count, this.regular) * 7.5
      this.draw(count, MARGIN + INNER - width, 7.5, { ink: 'muted' })
    }
    return new Uint8Array(await this.document.save())
  }

  private draw(line: string, x: number, size: number, style: TextStyle): void {
    this.page.drawText(line, {
      x,
      y: PAGE.height - this.y - size,
      size,
      font: style.bold ? this.bold : this.regular,
      color: COLOURS[style.ink ?? 'ink'],
    })
  }

  /** Lines that fit a width: broken at blanks, in a longer word behind its @, and only then anywhere. */
  private lines(words: string, width: number, { size = 9, bold = false }: TextStyle): string[] {
    const font = bold ? this.bold : this.regular
    const most = width / size
    const lines: string[] = []
    let line = ''
    let used = 0
    const put = (text: string, wide: number) => {
      line += text
      used += wide
    }
    const end = () => {
      lines.push(line)
      line = ''
      used = 0
    }
    for (const word of this.printable(words).split(' ')) {
      const wide = this.widthOf(word, font)
      const blank = line === '' ? '' : ' '
      if (used + this.widthOf(blank, font) + wide <= most) {
        put(blank + word, this.widthOf(blank, font) + wide)
        continue
      }
      if (line !== '') end()
      for (const part of word.split(/(?<=@)/)) {
        if (line !== '' && used + this.widthOf(part, font) > most) end()
        for (const sign of part) {
          const signWide = this.widthOf(sign, font)
          if (line !== '' && used + signWide > most) end()
          put(sign, signWide)
        }
      }
    }
    if (line !== '' || lines.length === 0) end()
    return lines
  }

  /** At one point in size. */
  private widthOf(text: string, font: PDFFont): number {
    const known = this.widths.get(font) ?? new Map<string, number>()
    this.widths.set(font, known)
    let sum = 0
    for (const sign of text) {
      const wide = known.get(sign) ?? font.widthOfTextAtSize(sign, 1)
      known.set(sign, wide)
      sum += wide
    }
    return sum
  }

  /** On one line, with a box for each sign that the typeface has not. */
  private printable(words: string): string {
    const printed: string[] = []
    for (const character of words.replace(/\s+/g, ' ').normalize('NFC')) {
      if (this.known.has(character.codePointAt(0) ?? 0)) printed.push(character)
      else {
        this.missing.add(character)
        printed.push(this.known.has(0x25a1) ? '□' : '?')
      }
    }
    return printed.join('')
  }
}
