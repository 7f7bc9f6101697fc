import type { Clue, ClueSite } from './clue-rows'
import type { Employee } from './employee'
import { own, plantNotInHr } from './hr-site'

/** An employee number that Focus does not have. */
export function unknownNumber(at: number): string {
  return `HR-5${String(at).padStart(6, '0')}`
}

const STRANGER = { firstName: 'Ottoline', lastName: 'Vandersteen' }
const NO_PHONE = { phone: null, mobile: null, extension: null }

/** A row more, of somebody Focus does not have who shares all but this with the subscriber. */
function addOther({ row, add, at }: ClueSite, other: Partial<Employee>): Employee {
  return add({ ...row, lot: at + 800_000, ...NO_PHONE, email: null, ...other })
}

function addMissing(site: ClueSite, other: Partial<Employee>): Employee {
  const added = addOther(site, other)
  site.plant('missing-in-focus', { rows: [added] })
  return added
}

/** HR gives the subscriber's landline to somebody else too. */
function addSharer(site: ClueSite, other: Partial<Employee>): Employee {
  const { row, person, plant } = site
  const added = addOther(site, { phone: row.phone, department: null, jobTitle: null, ...other })
  plant('endpoint-shared', {
    rows: [row, added],
    personIds: [person.personId],
    endpointIds: [person.endpoints.phone].flatMap((phone) => phone?.endpointId ?? []),
  })
  return added
}

/** What a row says of somebody whom it is not about; a careless rule takes it for theirs. */
export const MISLEADING_CLUES = {
  'address of somebody else': {
    write: (site) =>
      addMissing(site, {
        ...STRANGER,
        email: site.row.email,
        employeeNumber: unknownNumber(site.at),
      }),
  },
  'phone of somebody else': {
    write(site) {
      const { row } = site
      const added = addOther(site, { ...STRANGER, phone: row.phone, employeeNumber: null })
      row.phone = null
      own('number-belongs-to-another', 'phone')({ ...site, row: added })
      return added
    },
  },
  'phone of a namesake': {
    write: (site) => addSharer(site, { employeeNumber: unknownNumber(site.at) }),
  },
  'phone of somebody already found': {
    write: (site) =>
      addSharer(site, { employeeNumber: null, spelt: { name: '', firstName: '', lastName: '' } }),
  },
  'name of somebody already found': {
    write: (site) => addMissing(site, { employeeNumber: null }),
  },
  'name of somebody with another number': {
    write(site) {
      plantNotInHr(site, site.userIds)
      return addMissing(site, { employeeNumber: unknownNumber(site.at) })
    },
  },
} satisfies Record<string, Clue>
