import type { Employee } from './employee'
import { type FileLine, SEPARATORS, type SeparatorName } from './hr-file'
import type { Column } from './wording'

export type UnreadableLine = FileLine & { how: string; of: Employee | null }

export type SpoilingOptions = {
  count: number
  columns: readonly Column[]
  heading: readonly string[]
  separator: SeparatorName
  /** Whose own line may be spoilt. */
  toSpoil: readonly Employee[]
  spell(row: Employee): Record<Column, string>
}

/**
 * So many lines that no row can be made of, each of another kind in turn. Where a kind leaves the employee number legible it is
 * that of one of `toSpoil`, whose line is then this and no other, or of nobody.
 */
export function unreadableLines(options: SpoilingOptions): UnreadableLine[] {
  const left = [...options.toSpoil]
  return Array.from({ length: options.count }, (_, nth) => {
    const kind = KINDS[nth % KINDS.length] ?? KINDS[0]
    const of = kind.legible ? (left.shift() ?? null) : null
    return { ...kind.make(cellsOf(of, nth, options), options), how: kind.how, of }
  })
}

function cellsOf(of: Employee | null, nth: number, { spell, columns }: SpoilingOptions): string[] {
  const cells = of === null ? null : spell(of)
  return columns.map((column) => {
    if (cells !== null) return column === 'notes' ? '' : cells[column]
    if (column === 'employeeNumber') return `HR-8${String(nth).padStart(6, '0')}`
    return column === 'lastName' || column === 'name' ? 'Nobody' : ''
  })
}

/** The cells with those of some columns in their place, and every other empty. */
function only(columns: readonly Column[], cells: Partial<Record<Column, string>>): FileLine {
  return { cells: columns.map((column) => cells[column] ?? '') }
}

type Kind = {
  how: string
  /** Whether it can still be told whose line it was. */
  legible: boolean
  make(cells: string[], options: SpoilingOptions): FileLine
}

const KINDS: readonly [Kind, ...Kind[]] = [
  {
    how: 'a day that the calendar does not have',
    legible: true,
    make: (cells, { columns }) => ({
      cells: cells.map((cell, at) => (columns[at] === 'startDate' ? '31/02/2026' : cell)),
    }),
  },
  {
    how: 'says of nobody that they are employed',
    legible: false,
    make: (_, { columns }) => only(columns, { department: 'Sales', status: 'Active' }),
  },
  {
    how: 'a quotation mark that is never closed',
    legible: true,
    make: (cells, { separator }) => {
      const mark = SEPARATORS[separator]
      const [number = '', ...rest] = cells.map((cell) => cell.replaceAll(mark, ' ').trim())
      return { text: [number, `"${rest[0] ?? ''}`, ...rest.slice(1)].join(mark) }
    },
  },
  {
    how: 'cells missing at its end',
    legible: true,
    make: (cells) => ({ cells: cells.slice(0, 3) }),
  },
  {
    how: 'cells too many',
    legible: true,
    make: (cells) => ({ cells: [...cells, 'and', 'more'] }),
  },
  {
    how: 'a name alone',
    legible: false,
    make: (_, { columns }) => only(columns, { lastName: 'Nobody', name: 'Nobody' }),
  },
  {
    how: 'the heading again',
    legible: false,
    make: (_, { heading }) => ({ cells: heading }),
  },
  {
    how: 'a total',
    legible: false,
    make: (_, { heading }) => ({ cells: ['Total', String(heading.length)] }),
  },
  {
    how: 'a phone number that a spreadsheet has cut',
    legible: false,
    make: (_, { columns }) => only(columns, { phone: '4.47898E+11', status: 'Active' }),
  },
]
