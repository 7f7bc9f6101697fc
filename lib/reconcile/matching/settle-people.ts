import type { HrRow } from '../model'
import { foldEmail } from '../normal/email'
import { plainWords } from '../normal/letters'
import { likeness } from '../normal/same-name'
import type { HrIndex } from './hr-index'
import type { Matches } from './match-rows'
import { wordsOfRow } from './names'

/** Which row speaks for each person. */
export type Settled = {
  /** Place of the row; -1 where there is none, or where rows say different things. */
  rowOf: Int32Array
  /** People whose rows are more than one employment. `agree`: they say the same. */
  several: { person: number; rows: readonly number[]; agree: boolean }[]
  /** 1 for people of whom nothing can be said: their rows disagree, or a row may be theirs or another's. */
  unclear: Uint8Array
}

export function settlePeople(people: number, hr: HrIndex, matches: Matches): Settled {
  const rowOf = new Int32Array(people).fill(-1)
  const unclear = new Uint8Array(people)
  const more = new Map<number, number[]>()
  matches.personOf.forEach((person, row) => {
    if (person === -1) return
    const first = rowOf[person] ?? -1
    if (first === -1) rowOf[person] = row
    else more.set(person, [...(more.get(person) ?? [first]), row])
  })
  const several: Settled['several'] = []
  for (const [person, places] of more) {
    const rows = places.flatMap((place) => {
      const row = hr.rows[place]
      return row === undefined ? [] : [{ place, row }]
    })
    const last = lastEmployment(rows)
    if (last !== null) {
      rowOf[person] = last
      continue
    }
    const agree = rows.every(({ row }) => saySame(row, rows[0]?.row ?? row))
    several.push({ person, rows: places, agree })
    if (agree) continue
    rowOf[person] = -1
    unclear[person] = 1
  }
  for (const { people: candidates } of matches.ambiguous.values())
    for (const person of candidates) if (rowOf[person] === -1) unclear[person] = 1
  return { rowOf, several, unclear }
}

/** The last of employments that follow each other, each over before the next began; null where they are not that. */
function lastEmployment(rows: readonly { place: number; row: HrRow }[]): number | null {
  const inOrder = [...rows].sort((a, b) => orderOf(a.row).localeCompare(orderOf(b.row)))
  const follow = inOrder.every(({ row }, at) => {
    const next = inOrder[at + 1]?.row
    if (next === undefined) return true
    if (row.employment !== 'left' || row.endDate === null || next.startDate === null) return false
    return row.endDate <= next.startDate
  })
  return follow ? (inOrder.at(-1)?.place ?? null) : null
}

function orderOf(row: HrRow): string {
  return `${row.startDate ?? ''}|${row.endDate ?? '9999'}`
}

/** Nothing that any mismatch looks at is different. */
function saySame(one: HrRow, other: HrRow): boolean {
  const names = [wordsOfRow(one), wordsOfRow(other)] as const
  return (
    one.employment === other.employment &&
    plainWords(one.department ?? '') === plainWords(other.department ?? '') &&
    plainWords(one.jobTitle ?? '') === plainWords(other.jobTitle ?? '') &&
    plainWords(one.group ?? '') === plainWords(other.group ?? '') &&
    addresses(one) === addresses(other) &&
    (names[0] === null || names[1] === null || likeness(names[0], names[1]) === 'same')
  )
}

function addresses(row: HrRow): string {
  return row.emails.map(foldEmail).sort().join(' ')
}
