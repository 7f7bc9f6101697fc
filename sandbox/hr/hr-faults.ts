import type { FaultName } from '../tenant/firm-faults'
import { numberBefore, usernameOf } from '../tenant/focus-faults'
import { nameOfFault } from '../tenant/further-names'
import { leaveOnly } from './clue-rows'
import { daysBefore, forget, leave } from './employee'
import {
  formerEmployment,
  type HrSite,
  outsiderId,
  own,
  plantCanLogIn,
  plantNotInHr,
  plantOfTwo,
  plantStillRecorded,
  slipped,
  spareEndpointIds,
  stranger,
} from './hr-site'

/** HR says nothing of it, or nothing else than Focus, and nothing is to be found. */
const nothing = () => {}

/** What each fault is on HR's side, and what is to be found of it. */
export const HR_FAULTS: Record<FaultName, (site: HrSite) => void> = {
  'endpoint-listed-twice': (site) => plantOfTwo(site, 'endpoint-shared', [site.row], site.person),
  'number-registered-twice': (site) =>
    plantOfTwo(site, 'endpoint-shared', [site.row, site.theirs], site.person, site.colleague),
  'number-given-twice-by-hr'(site) {
    site.theirs.phone = site.row.phone
    plantOfTwo(site, 'endpoint-shared', [site.row, site.theirs], site.person)
  },

  'left-and-active'(site) {
    leave(site.row, site.today)
    plantStillRecorded(site)
  },
  'left-with-an-active-endpoint'(site) {
    leave(site.row, site.today)
    plantStillRecorded(site)
  },
  'left-with-an-active-user'(site) {
    leave(site.row, site.today)
    plantCanLogIn(site)
  },
  'left-and-active-with-an-active-user'(site) {
    leave(site.row, site.today)
    plantStillRecorded(site)
    plantCanLogIn(site)
  },
  'left-by-status-alone'(site) {
    site.row.status = 'left'
    plantStillRecorded(site)
  },
  'left-by-date-alone'(site) {
    leave(site.row, site.today)
    site.row.status = 'employed'
    plantStillRecorded(site)
  },
  'left-with-a-user-alone'(site) {
    const row = site.add(stranger(site))
    leave(row, site.today)
    site.plant('left-can-log-in', { rows: [row], userIds: [outsiderId(site)] })
  },
  'left-with-a-user-of-the-same-name'(site) {
    leave(site.row, site.today)
    plantCanLogIn(site, usernameOf(site.person))
  },
  'decoy-left-and-inactive': ({ row, today }) => leave(row, today),
  'decoy-leaves-soon'({ row, today }) {
    row.status = 'left'
    row.endDate = daysBefore(today, -20)
  },

  'without-endpoint'(site) {
    site.row.phone = site.numbers.spare(site.at)
    own('joined-without-endpoint')(site)
  },
  'with-inactive-endpoints': own('joined-without-endpoint'),
  'inactive-and-employed': own('joined-without-endpoint'),
  'decoy-not-yet-joined'({ row, today }) {
    // They have no endpoint: their own address alone can lead to them.
    leaveOnly(row, { email: row.email })
    row.status = 'not-yet'
    row.startDate = daysBefore(today, -14)
  },

  'unknown-to-hr': (site) => plantNotInHr(site),
  'unknown-to-hr-with-a-user': (site) => plantNotInHr(site, [site.userIdOf(site.person.email)]),
  'decoy-unknown-to-hr-and-inactive': ({ omit, row }) => omit(row),

  'number-of-a-colleague'(site) {
    site.row.phone = site.theirs.phone
    site.theirs.phone = null
    plantOfTwo(site, 'number-belongs-to-another', [site.row], site.colleague)
  },
  'number-of-a-colleague-given-to-a-stranger'(site) {
    const row = site.add(stranger(site, { phone: site.row.phone }))
    own('number-belongs-to-another', 'phone')({ ...site, row })
    site.row.phone = null
  },
  'number-of-a-leaver'(site) {
    leave(site.row, site.today)
    site.theirs.phone = site.row.phone
    plantOfTwo(site, 'number-reused-after-leaver', [site.theirs, site.row], site.person)
  },
  'number-of-a-leaver-hr-has-forgotten'(site) {
    site.theirs.phone = site.row.phone
    site.omit(site.row)
    plantOfTwo(site, 'number-reused-after-leaver', [site.theirs], site.person)
  },
  'number-registered-again-after-a-leaver'(site) {
    leave(site.row, site.today)
    const rows = [site.theirs, site.row]
    plantOfTwo(site, 'number-reused-after-leaver', rows, site.person, site.colleague)
  },
  'decoy-number-handed-over': ({ row, today }) => leave(row, today),

  'default-retention': own('default-retention-only'),
  'no-retention': own('default-retention-only'),
  'endpoint-with-default-retention': own('default-retention-only', 'teams'),
  'wrong-retention': own('wrong-retention'),
  'endpoint-with-wrong-retention': own('wrong-retention', 'phone'),
  'retention-of-the-department-not-the-team': own('wrong-retention'),

  'surname-differs'(site) {
    site.row.lastName = nameOfFault(site.fault).lastName
    own('attribute-differs')(site)
  },
  'surname-with-a-slip'(site) {
    site.row.lastName = slipped(site.row.lastName)
    own('attribute-differs')(site)
  },
  'found-by-a-name-with-a-slip'(site) {
    forget(site.row, 'employeeNumber', 'email', 'phone', 'extension')
    site.row.lastName = slipped(site.row.lastName)
    site.row.nameAsItIs = true
    own('attribute-differs')(site)
  },
  'email-differs'(site) {
    site.row.email = site.person.email.replace('@', '@group.')
    own('attribute-differs')(site)
  },
  'department-differs'(site) {
    // Kept as long as Sales is.
    site.row.department = 'Accounts'
    own('attribute-differs')(site)
  },
  'job-differs'(site) {
    site.row.jobTitle = 'Head of change'
    own('attribute-differs')(site)
  },
  'name-and-job-differ'(site) {
    Object.assign(site.row, nameOfFault(site.fault), { jobTitle: 'Head of change' })
    own('attribute-differs')(site)
  },

  'person-twice'(site) {
    site.omit(site.theirs)
    forget(site.row, 'email', 'phone', 'extension')
    plantOfTwo(site, 'hr-row-matches-several', [site.row])
  },
  namesakes(site) {
    site.omit(site.theirs)
    forget(site.row, 'employeeNumber', 'email', 'phone', 'extension')
    plantOfTwo(site, 'hr-row-matches-several', [site.row])
  },
  'decoy-person-twice-once-inactive': ({ omit, theirs }) => omit(theirs),
  'rows-disagree'({ add, plant, row, person }) {
    const rows = [row, add({ ...row, jobTitle: 'Head of change' })]
    plant('several-hr-rows-match', { rows, personIds: [person.personId] })
  },
  'row-twice'({ add, plant, row, person }) {
    const rows = [row, add({ ...row })]
    plant('several-hr-rows-match', { rows, personIds: [person.personId] })
  },
  'decoy-rehired': (site) => void site.add(formerEmployment(site)),
  'decoy-returned-under-a-new-number'(site) {
    site.add({ ...formerEmployment(site), employeeNumber: numberBefore(site.at) })
    site.row.employeeNumber = `HR-${4100 + site.at * 3}`
  },

  'user-without-person': (site) =>
    site.plant('user-without-person', { userIds: [outsiderId(site)] }),
  'user-without-person-whom-hr-has'(site) {
    const rows = [site.add(stranger(site))]
    site.plant('user-without-person', { rows, userIds: [outsiderId(site)] })
  },
  'decoy-inactive-user-without-person': nothing,
  'decoy-user-known-by-name': nothing,
  'privileged-outsider'(site) {
    const { firstName, lastName } = nameOfFault(site.fault)
    const staff = site.firm.people.findLast(
      (one) => one.type === 'user' && one.displayName === `${firstName} ${lastName}`,
    )
    if (staff === undefined) throw new Error(`Nobody is called ${firstName} ${lastName}`)
    site.plant('privileged-user-not-in-hr', {
      personIds: [staff.personId],
      userIds: [site.userIdOf(staff.email)],
    })
  },
  'privileged-user-without-person': (site) =>
    site.plant('privileged-user-not-in-hr', { userIds: [outsiderId(site)] }),
  'privileged-and-unknown-to-hr'({ omit, plant, row, person, userIdOf }) {
    omit(row)
    plant('privileged-user-not-in-hr', {
      personIds: [person.personId],
      userIds: [userIdOf(person.email)],
    })
  },
  'privileged-with-the-name-alone': ({ plant, row, person, userIdOf }) =>
    plant('privileged-user-not-in-hr', {
      rows: [row],
      personIds: [person.personId],
      userIds: [userIdOf(usernameOf(person))],
    }),
  'decoy-privileged-and-employed': nothing,

  'silent-phone': own('endpoint-silent', 'phone'),
  'silent-teams': own('endpoint-silent', 'teams'),
  'silent-for-just-long-enough': own('endpoint-silent', 'phone'),
  'decoy-nearly-silent': nothing,
  'decoy-never-recorded': nothing,
  'decoy-silent-and-inactive': nothing,

  'number-of-nobody': (site) =>
    site.plant('endpoint-without-owner', { endpointIds: spareEndpointIds(site) }),
  'number-of-nobody-that-hr-knows'(site) {
    site.row.phone = site.numbers.spare(site.at)
    site.plant('endpoint-without-owner', {
      rows: [site.row],
      personIds: [site.person.personId],
      endpointIds: spareEndpointIds(site),
    })
  },
  'number-of-a-removed-person': (site) =>
    site.plant('endpoint-without-owner', { endpointIds: spareEndpointIds(site) }),
  'decoy-inactive-number-of-nobody': nothing,

  missing: (site) => site.plant('missing-in-focus', { rows: [site.add(stranger(site))] }),
  'missing-with-two-rows'(site) {
    const rows = [site.add(stranger(site)), site.add(stranger(site, { lot: site.at + 600_000 }))]
    site.plant('missing-in-focus', { rows })
  },
  'decoy-stranger-who-has-left': (site) => leave(site.add(stranger(site)), site.today),
  'decoy-stranger-who-is-to-join'(site) {
    const startDate = daysBefore(site.today, -30)
    site.add(stranger(site, { status: 'not-yet', startDate, phone: null }))
  },

  'decoy-found-by-email': ({ row }) => forget(row, 'employeeNumber', 'phone', 'extension'),
  'decoy-found-by-phone': ({ row }) => forget(row, 'employeeNumber', 'email', 'extension'),
  'decoy-found-by-extension': ({ row }) => forget(row, 'employeeNumber', 'email', 'phone'),
  'decoy-found-by-name': ({ row }) => forget(row, 'employeeNumber', 'email', 'phone', 'extension'),
  'decoy-without-status'({ row }) {
    row.status = null
    row.startDate = null
  },
  'decoy-line-unreadable': nothing,
}
