import type { Employee } from './employee'
import { type HrSite, own } from './hr-site'
import { messyNumber } from './spell-numbers'

/** Somebody with nothing wrong, and HR's whole row of them. */
export type ClueSite = Pick<HrSite, 'person' | 'row' | 'at' | 'plant' | 'omit' | 'add'> & {
  block: number
  /** Who logs in as them. */
  userIds: readonly number[]
  /** Nobody else of the department has a name that begins alike. */
  nameStandsAlone: boolean
}

export type Clue = {
  /** Whom it can be written of; of everybody where it is left out. */
  suits?(site: ClueSite): boolean
  /** Returns the row that says it. */
  write(site: ClueSite): Employee
}

/** Takes everything out of a row but this, spelt as it is here whatever the habits of the file. */
export function leaveOnly(
  row: Employee,
  kept: Partial<Employee>,
  spelt: Employee['spelt'] = {},
): Employee {
  return Object.assign(row, {
    ...{ employeeNumber: null, firstName: '', lastName: '', email: null, phone: null },
    ...{ mobile: null, extension: null, department: null, team: null, jobTitle: null },
    ...kept,
    spelt: { name: '', firstName: '', lastName: '', ...spelt },
  })
}

/** An employee number that is written so. */
export function numberAlone(suits: RegExp, spell: (number: string) => string): Clue {
  return {
    suits: ({ row }) => suits.test(row.employeeNumber ?? ''),
    write({ row }) {
      const { employeeNumber } = row
      return leaveOnly(row, { employeeNumber }, { employeeNumber: spell(employeeNumber ?? '') })
    },
  }
}

export function emailAlone(spell: (email: string) => string): Clue {
  return {
    write({ row }) {
      const { email } = row
      return leaveOnly(row, { email }, { email: spell(email ?? '') })
    },
  }
}

/** A landline whose digits are so, in a spelling drawn by the block. */
export function phoneAlone(digits: RegExp, spell = messyNumber): Clue {
  return {
    suits: ({ row }) => digits.test(row.phone ?? ''),
    write({ row, block }) {
      const { phone } = row
      return leaveOnly(row, { phone }, { phone: spell(phone ?? '', block) })
    },
  }
}

/** In two cells, and in one where that is not the two. */
type Name = { firstName: string; lastName: string; whole?: string }

/** A name, null where it cannot be written so, beside the department and team, or beside the job. */
export function nameAlone(
  spell: (name: Name) => Name | null,
  {
    beside = 'department',
    differs = false,
  }: { beside?: 'department' | 'job'; differs?: boolean } = {},
): Clue {
  return {
    suits: ({ row, nameStandsAlone }) => nameStandsAlone && spell(row) !== null,
    write(site) {
      const { firstName, lastName, department, team, jobTitle } = site.row
      const name = spell({ firstName, lastName }) ?? { firstName, lastName }
      if (differs) own('attribute-differs')(site)
      return leaveOnly(site.row, beside === 'job' ? { jobTitle } : { department, team }, {
        firstName: name.firstName,
        lastName: name.lastName,
        name: name.whole ?? `${name.firstName} ${name.lastName}`,
      })
    },
  }
}

/** Both parts of a name; null where neither changes. */
export function bothParts(spell: (part: string) => string) {
  return ({ firstName, lastName }: Name): Name | null => {
    const name = { firstName: spell(firstName), lastName: spell(lastName) }
    return name.firstName === firstName && name.lastName === lastName ? null : name
  }
}

/** The family name, where it is long, has no letter of its own, and gets none that may be an umlaut written out. */
export function familyName(spell: (lastName: string) => string) {
  return ({ firstName, lastName }: Name): Name | null => {
    const changed = spell(lastName)
    const suits = /^[A-Z][a-z]{5,}$/.test(lastName) && !/[aou]e/i.test(lastName + changed)
    return suits && changed !== lastName ? { firstName, lastName: changed } : null
  }
}
