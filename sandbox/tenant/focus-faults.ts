import type { EndpointType, Person } from './firm'
import type { Fault, FaultName } from './firm-faults'
import { FURTHER_DEPARTMENTS } from './further-departments'
import { nameOfFault } from './further-names'
import type { PhoneNumbers } from './further-numbers'
import { type FirmInMaking, PRIVILEGED_RIGHTS } from './further-people'

/** Where a fault is: its subscriber and place, and the colleague at the next. */
export type FaultSite = {
  fault: Fault
  at: number
  person: Person
  colleague: Person
  firm: FirmInMaking
  numbers: PhoneNumbers
}

const TYPES: readonly EndpointType[] = ['phone', 'email', 'teams', 'sip']
const SILENT_DAYS = 90

function deactivate(person: Person, ...exceptEndpoints: EndpointType[]) {
  person.active = false
  deactivateEndpoints(person, ...exceptEndpoints)
}

function deactivateEndpoints(person: Person, ...except: EndpointType[]) {
  for (const type of TYPES) {
    const endpoint = person.endpoints[type]
    if (endpoint && !except.includes(type)) endpoint.active = false
  }
  for (const endpoint of person.furtherEndpoints ?? []) endpoint.active = false
}

function rename(person: Person, { firstName, lastName }: { firstName: string; lastName: string }) {
  Object.assign(person, { firstName, lastName, displayName: `${firstName} ${lastName}` })
}

/** Moves somebody to the department called so, without a team. */
function move(person: Person, name: string) {
  const department = FURTHER_DEPARTMENTS.find((one) => one.name === name)
  if (department === undefined) throw new Error(`No department is called ${name}`)
  delete person.team
  person.department = name
  person.jobTitle = department.jobs[0]
  person.retentionGroupId = department.retentionGroupId
}

function addUserOf(firm: FirmInMaking, person: Person, rest: { active?: boolean } = {}) {
  firm.addUser({ displayName: person.displayName, email: person.email, ...rest })
}

/** Gives somebody a name of their own and a user whom nothing but that name joins with them. */
function addUserKnownByName(
  { fault, person, firm }: FaultSite,
  rest: Partial<Parameters<FirmInMaking['addUser']>[0]> = {},
) {
  rename(person, nameOfFault(fault))
  firm.addUser({
    displayName: person.displayName,
    email: '',
    username: usernameOf(person),
    ...rest,
  })
}

/** As many firms make them: `arothwell` for Anna Rothwell. */
export function usernameOf({ firstName, lastName }: Person): string {
  return `${firstName[0]}${lastName}`.toLowerCase()
}

function outsider(fault: Fault) {
  const { firstName, lastName } = nameOfFault(fault)
  return {
    displayName: `${firstName} ${lastName}`,
    email: `${firstName}.${lastName}@partners.example`.toLowerCase(),
  }
}

/** Takes the one's number away and gives the other's a second entry, of the one. */
function registerAgain(firm: FirmInMaking, of: Person, also: Person) {
  firm.drop(also.endpoints.phone)
  const value = of.endpoints.phone?.value
  if (value) firm.addEndpoint('phone', value, also)
}

function dropAll(firm: FirmInMaking, person: Person) {
  for (const type of TYPES) firm.drop(person.endpoints[type])
  for (const endpoint of person.furtherEndpoints ?? []) firm.drop(endpoint)
  delete person.furtherEndpoints
}

/** What each fault is on Focus's side; those that are HR's alone are not here. */
export const FOCUS_FAULTS: Partial<Record<FaultName, (site: FaultSite) => void>> = {
  'endpoint-listed-twice'({ person, colleague, firm }) {
    firm.drop(colleague.endpoints.phone)
    // An endpoint is kept as its owner is: the two are of one department.
    const { department, jobTitle, team, retentionGroupId } = person
    Object.assign(colleague, { department, jobTitle, team, retentionGroupId })
    const shared = person.endpoints.phone
    if (shared) colleague.furtherEndpoints = [...(colleague.furtherEndpoints ?? []), shared]
  },
  'number-registered-twice': ({ person, colleague, firm }) =>
    registerAgain(firm, person, colleague),
  'number-given-twice-by-hr': ({ colleague, firm }) => firm.drop(colleague.endpoints.phone),

  'left-with-an-active-endpoint': ({ person }) => deactivate(person, 'email'),
  'left-with-an-active-user'({ person, firm }) {
    deactivate(person)
    addUserOf(firm, person)
  },
  'left-and-active-with-an-active-user': ({ person, firm }) => addUserOf(firm, person),
  'left-with-a-user-alone': ({ fault, firm }) => void firm.addUser(outsider(fault)),
  'left-with-a-user-of-the-same-name'(site) {
    deactivate(site.person)
    addUserKnownByName(site)
  },
  'decoy-left-and-inactive'({ person, firm }) {
    deactivate(person)
    addUserOf(firm, person, { active: false })
  },
  'decoy-leaves-soon': ({ person, firm }) => addUserOf(firm, person),

  'without-endpoint': ({ person, firm }) => dropAll(firm, person),
  'with-inactive-endpoints': ({ person }) => deactivateEndpoints(person),
  'inactive-and-employed': ({ person }) => deactivate(person),
  'decoy-not-yet-joined': ({ person, firm }) => dropAll(firm, person),

  'unknown-to-hr-with-a-user': ({ person, firm }) => addUserOf(firm, person),
  'decoy-unknown-to-hr-and-inactive': ({ person }) => deactivate(person),

  'number-of-a-colleague': ({ person, firm }) => firm.drop(person.endpoints.phone),
  'number-of-a-leaver'({ person, colleague, firm }) {
    deactivate(person, 'phone')
    firm.drop(colleague.endpoints.phone)
  },
  'number-of-a-leaver-hr-has-forgotten'({ person, colleague, firm }) {
    deactivate(person, 'phone')
    firm.drop(colleague.endpoints.phone)
  },
  'number-registered-again-after-a-leaver'({ person, colleague, firm }) {
    deactivate(person, 'phone')
    registerAgain(firm, person, colleague)
  },
  'decoy-number-handed-over'({ person, colleague, firm }) {
    deactivate(person)
    registerAgain(firm, person, colleague)
  },

  'default-retention'({ person }) {
    move(person, 'Trading')
    person.retentionGroupId = 41
  },
  'no-retention'({ person }) {
    move(person, 'Pensions')
    person.retentionGroupId = null
  },
  'endpoint-with-default-retention'({ person }) {
    move(person, 'Trading')
    if (person.endpoints.teams) person.endpoints.teams.retentionGroupId = 41
  },
  'wrong-retention'({ person }) {
    move(person, 'Contact Centre')
    person.retentionGroupId = 44
  },
  'endpoint-with-wrong-retention'({ person }) {
    move(person, 'Compliance')
    if (person.endpoints.phone) person.endpoints.phone.retentionGroupId = 44
  },
  'retention-of-the-department-not-the-team'({ person }) {
    move(person, 'Trading')
    person.team = 'Rates & Credit'
  },

  'found-by-a-name-with-a-slip': ({ fault, person }) => rename(person, nameOfFault(fault)),
  'department-differs': ({ person }) => move(person, 'Sales'),

  'person-twice'({ person, colleague }) {
    rename(colleague, person)
    Object.assign(colleague, {
      externalRef: person.externalRef,
      department: person.department,
      jobTitle: person.jobTitle,
    })
  },
  namesakes({ fault, person, colleague }) {
    for (const one of [person, colleague]) {
      rename(one, nameOfFault(fault))
      move(one, 'Support')
      one.externalRef = null
    }
  },
  'decoy-person-twice-once-inactive'({ person, colleague }) {
    rename(colleague, person)
    colleague.externalRef = person.externalRef
    deactivate(colleague)
  },
  'decoy-returned-under-a-new-number': ({ at, person }) => {
    person.externalRef = numberBefore(at)
  },

  'user-without-person': ({ fault, firm }) => void firm.addUser(outsider(fault)),
  'user-without-person-whom-hr-has': ({ fault, firm }) => void firm.addUser(outsider(fault)),
  'decoy-inactive-user-without-person': ({ fault, firm }) =>
    void firm.addUser({ ...outsider(fault), active: false }),
  'decoy-user-known-by-name': (site) => addUserKnownByName(site),
  'privileged-outsider'({ fault, firm }) {
    const { displayName, email } = firm.addStaff(nameOfFault(fault))
    firm.addUser({ displayName, email, rights: PRIVILEGED_RIGHTS })
  },
  'privileged-user-without-person': ({ fault, firm }) =>
    void firm.addUser({ ...outsider(fault), rights: PRIVILEGED_RIGHTS }),
  'privileged-and-unknown-to-hr': ({ person: { displayName, email }, firm }) =>
    void firm.addUser({ displayName, email, rights: PRIVILEGED_RIGHTS }),
  'privileged-with-the-name-alone': (site) =>
    addUserKnownByName(site, { rights: PRIVILEGED_RIGHTS }),
  'decoy-privileged-and-employed': ({ person: { displayName, email }, firm }) =>
    void firm.addUser({ displayName, email, rights: PRIVILEGED_RIGHTS }),

  'silent-phone': ({ person }) => lastSeen(person, 'phone', 212),
  'silent-teams': ({ person }) => lastSeen(person, 'teams', 131),
  'silent-for-just-long-enough': ({ person }) => lastSeen(person, 'phone', SILENT_DAYS),
  'decoy-nearly-silent': ({ person }) => lastSeen(person, 'phone', SILENT_DAYS - 1),
  'decoy-never-recorded': ({ person }) => lastSeen(person, 'phone', null),
  'decoy-silent-and-inactive'({ person }) {
    lastSeen(person, 'phone', 300)
    if (person.endpoints.phone) person.endpoints.phone.active = false
  },

  'number-of-nobody': ({ at, numbers, firm }) =>
    void firm.addEndpoint('phone', numbers.spare(at), null),
  'number-of-nobody-that-hr-knows'({ at, person, numbers, firm }) {
    firm.drop(person.endpoints.phone)
    firm.addEndpoint('phone', numbers.spare(at), null)
  },
  'number-of-a-removed-person'({ at, person, numbers, firm }) {
    // Somebody the directory does not have any more.
    const removed = { ...person, personId: 990_000 + at, endpoints: {} }
    delete removed.furtherEndpoints
    firm.addEndpoint('phone', numbers.spare(at), removed)
  },
  'decoy-inactive-number-of-nobody'({ at, numbers, firm }) {
    firm.addEndpoint('phone', numbers.spare(at), null).active = false
  },

  'decoy-found-by-name': ({ fault, person }) => rename(person, nameOfFault(fault)),
}

/** An employee number of an employment that is over. */
export function numberBefore(at: number): string {
  return `HR-9${String(at).padStart(6, '0')}`
}

function lastSeen(person: Person, type: EndpointType, days: number | null) {
  const endpoint = person.endpoints[type]
  if (endpoint) endpoint.lastSeenDays = days
}
