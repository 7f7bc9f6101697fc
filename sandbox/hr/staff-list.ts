import { makeDraw } from '../tenant/draw'
import type { Firm } from '../tenant/firm'
import { faultAt, KNOWN_PEOPLE } from '../tenant/firm-faults'
import { PhoneNumbers } from '../tenant/further-numbers'
import { FIRST_OPERATOR_USER, SERVICE_USERNAME } from '../tenant/users'
import { type Employee, type EmployeeSource, employeeOf, endpointIdsInUse, leave } from './employee'
import { HR_FAULTS } from './hr-faults'
import type { Plant, PlantIt } from './planted'
import { type WrittenClues, writeClues } from './write-clues'

/** HR's side of a firm. */
export type StaffList = {
  /** In the order of the firm. */
  rows: Employee[]
  /** What is wrong between them and Focus. */
  plants: Plant[]
  /** Those of the rows that say one thing alone. */
  clues: WrittenClues
  /** Those of the rows whose line may be spoilt, and nothing is to be found of it. */
  toSpoil: Employee[]
}

/** Everybody HR has of a firm, as true on `today` (ISO date), and everything that is wrong with it. */
export function makeStaffList(firm: Firm, seed: number, today: string): StaffList {
  const people = [...firm.subscribers, ...firm.further]
  const source: EmployeeSource = { draw: makeDraw(seed), numbers: new PhoneNumbers(), today }
  const employees = people.map((person, at) => employeeOf(person, at, source))
  const userIds = new Map(
    firm.furtherUsers.map(({ email, username, userId }) => [email || username, userId]),
  )
  const userIdOf = (address: string) => {
    const userId = userIds.get(address)
    if (userId === undefined) throw new Error(`Nobody logs in as ${address}`)
    return userId
  }
  const omitted = new Set<Employee>()
  const added = new Map<Employee, Employee[]>()
  const plants: Plant[] = []
  const toSpoil: Employee[] = []
  const plant: PlantIt = (kind, about) => {
    plants.push({ kind, rows: [], personIds: [], endpointIds: [], userIds: [], ...about })
  }

  const siteOf = (row: Employee) => ({
    plant,
    omit: (one: Employee) => void omitted.add(one),
    add(one: Employee) {
      added.set(row, [...(added.get(row) ?? []), one])
      return one
    },
  })

  for (const [at, person] of people.entries()) {
    const [row, theirs] = employees.slice(at, at + 2)
    const colleague = people[at + 1]
    const fault = faultAt(at, people.length)
    if (row !== undefined && at < KNOWN_PEOPLE && !person.active) {
      // They have left, and some of their endpoints are in use still.
      leave(row, today)
      const endpointIds = endpointIdsInUse(person)
      plant('left-still-recorded', { rows: [row], personIds: [person.personId], endpointIds })
    }
    if (fault === null || row === undefined || theirs === undefined || colleague === undefined)
      continue
    if (fault.name === 'decoy-line-unreadable') toSpoil.push(row)
    HR_FAULTS[fault.name]({
      ...source,
      ...siteOf(row),
      ...{ fault, at, person, row, colleague, theirs, firm, userIdOf },
    })
  }
  const clues = writeClues(firm, employees, siteOf)
  const rows = employees.flatMap((row) => [
    ...(omitted.has(row) ? [] : [row]),
    ...(added.get(row) ?? []),
  ])
  rows.push(...operatorsOf(firm, source, plant))
  plantOwnerless(firm, plants, plant)
  return { rows, plants, clues, toSpoil }
}

/** Of those who work the tenant the administrator is an employee, the auditor is not. */
function operatorsOf(firm: Firm, source: EmployeeSource, plant: PlantIt): Employee[] {
  return firm.operators.flatMap((person, at) => {
    if (at === 0)
      return [{ ...employeeOf(person, 900_000, source), department: 'IT', mobile: null }]
    const userIds = [FIRST_OPERATOR_USER + at]
    if (person.email !== SERVICE_USERNAME)
      plant('privileged-user-not-in-hr', { personIds: [person.personId], userIds })
    return []
  })
}

/** Callers nobody has named, lines that several people answer, a room: what every firm has. */
function plantOwnerless(firm: Firm, plants: readonly Plant[], plant: PlantIt) {
  const planted = new Set(plants.flatMap(({ endpointIds }) => endpointIds))
  for (const { person, active, endpointId } of firm.endpoints)
    if (person === null && active && !planted.has(endpointId))
      plant('endpoint-without-owner', { endpointIds: [endpointId] })
}
