import { type ColumnMapping, HR_FIELDS, type HrField, type HrLine } from '../model'
import { type ColumnLook, columnLook } from './cell-kinds'
import { HEADING_WORDS, NOT_OURS, WHOLE_ONLY } from './heading-words'
import { plainHeading } from './plain-heading'

/** Fields that several columns may hold. */
const MANIFOLD: ReadonlySet<HrField> = new Set(['phone', 'mobile', 'extension', 'otherEmail'])
/** What a column of the field must look like, where its cells tell. */
const LOOKS_OF: Partial<Record<HrField, readonly ColumnLook[]>> = {
  email: ['email'],
  otherEmail: ['email'],
  phone: ['phone', 'short-number'],
  mobile: ['phone'],
  extension: ['short-number', 'phone'],
  startDate: ['date', 'other', 'short-number'],
  endDate: ['date', 'other', 'short-number'],
}
/** What a column without a telling heading is taken for. */
const BY_LOOK: readonly [ColumnLook, HrField][] = [
  ['email', 'email'],
  ['phone', 'phone'],
  ['status', 'status'],
  ['name', 'fullName'],
]

type Claim = { field: HrField; column: number; score: number }

/**
 * Which column holds which field, told by the heading (English, German, French) and, where that says nothing, by what the
 * cells look like. A column has one field at most. A guess: the reader can correct it.
 */
export function guessMapping(heading: readonly string[], lines: readonly HrLine[]): ColumnMapping {
  const looks = heading.map((_, column) => columnLook(lines, column))
  const mapping = new Map<HrField, number[]>()
  const taken = new Set<number>()
  const take = (field: HrField, column: number) => {
    taken.add(column)
    mapping.set(field, [...(mapping.get(field) ?? []), column])
  }
  for (const { field, column } of claims(heading, looks)) {
    if (taken.has(column)) continue
    if (!mapping.has(field) || MANIFOLD.has(field)) take(field, column)
    // A second e-mail column is the other e-mail.
    else if (field === 'email') take('otherEmail', column)
  }
  nameBesideFirstName(mapping, looks)
  const named = mapping.has('fullName') || mapping.has('lastName')
  for (const [look, field] of BY_LOOK) {
    if (mapping.has(field) || (field === 'fullName' && named)) continue
    const column = looks.findIndex(
      (of, at) => of === look && !taken.has(at) && !isForeign(heading[at]),
    )
    if (column !== -1) take(field, column)
  }
  return orderedMapping(mapping)
}

/** Beside a first name, a `Name` of one word is the last name (`Vorname`, `Name`). */
function nameBesideFirstName(
  mapping: Map<HrField, number[]>,
  looks: readonly (ColumnLook | null)[],
): void {
  const [column] = mapping.get('fullName') ?? []
  if (column === undefined || !mapping.has('firstName') || mapping.has('lastName')) return
  if (looks[column] === 'name') return
  mapping.delete('fullName')
  mapping.set('lastName', [column])
}

/** Every reading of every heading, the surest first. */
function claims(heading: readonly string[], looks: readonly (ColumnLook | null)[]): Claim[] {
  const all: Claim[] = []
  heading.forEach((text, column) => {
    const plain = plainHeading(text)
    const look = looks[column] ?? null
    if (isForeign(text)) return
    for (const field of HR_FIELDS) {
      if (look !== null && LOOKS_OF[field]?.includes(look) === false) continue
      const score = wordScore(plain, field)
      if (score > 0) all.push({ field, column, score })
    }
  })
  return all.sort((a, b) => b.score - a.score || a.column - b.column)
}

/** The whole heading beats a part of it, a longer part a shorter, an earlier word of the list a later. */
function wordScore(plain: string, field: HrField): number {
  let best = 0
  HEADING_WORDS[field].forEach((words, at) => {
    const whole = plain === words ? 1000 - at : 0
    const inside = !WHOLE_ONLY.has(words) && ` ${plain} `.includes(` ${words} `)
    const part = inside ? words.length * 5 : 0
    best = Math.max(best, whole, part)
  })
  return best
}

function isForeign(text: string | undefined): boolean {
  const plain = ` ${plainHeading(text ?? '')} `
  return NOT_OURS.some((words) => plain.includes(` ${words} `))
}

function orderedMapping(mapping: ReadonlyMap<HrField, number[]>): ColumnMapping {
  const ordered: Partial<Record<HrField, number[]>> = {}
  for (const field of HR_FIELDS) {
    const columns = mapping.get(field)
    if (columns !== undefined) ordered[field] = columns
  }
  return ordered
}
