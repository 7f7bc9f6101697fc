/** A department of a firm of more than sixty. Those that the sixty have too have the same group and retention. */
export type FurtherDepartment = {
  name: string
  groupId: number
  retentionGroupId: number
  jobs: readonly [string, ...string[]]
  /** A team is a group of its own; some are kept otherwise than their department. */
  teams: readonly { name: string; groupId: number; retentionGroupId?: number }[]
}

export const FURTHER_DEPARTMENTS: readonly [FurtherDepartment, ...FurtherDepartment[]] = [
  {
    name: 'Sales',
    groupId: 301,
    retentionGroupId: 41,
    jobs: ['Sales executive', 'Sales manager', 'Account director'],
    teams: [
      { name: 'New business', groupId: 401 },
      { name: 'Renewals', groupId: 402 },
    ],
  },
  {
    name: 'Accounts',
    groupId: 302,
    retentionGroupId: 41,
    jobs: ['Account manager', 'Billing clerk'],
    teams: [{ name: 'Key accounts', groupId: 403 }],
  },
  {
    name: 'Contact Centre',
    groupId: 303,
    retentionGroupId: 43,
    jobs: ['Customer adviser', 'Team leader', 'Complaints handler'],
    teams: [
      { name: 'Claims', groupId: 404 },
      { name: 'Complaints', groupId: 405, retentionGroupId: 48 },
    ],
  },
  {
    name: 'Trading',
    groupId: 304,
    retentionGroupId: 42,
    jobs: ['Dealer', 'Senior dealer', 'Trading assistant'],
    teams: [
      { name: 'Equities desk', groupId: 406 },
      { name: 'Rates & Credit', groupId: 407, retentionGroupId: 47 },
    ],
  },
  {
    name: 'Support',
    groupId: 305,
    retentionGroupId: 41,
    jobs: ['Support engineer', 'Service desk analyst'],
    teams: [],
  },
  {
    name: 'Pensions',
    groupId: 306,
    retentionGroupId: 45,
    jobs: ['Pensions adviser', 'Paraplanner'],
    teams: [{ name: 'Transfers', groupId: 408 }],
  },
  {
    name: 'Compliance',
    groupId: 307,
    retentionGroupId: 46,
    jobs: ['Compliance analyst', 'Surveillance officer'],
    teams: [],
  },
  {
    name: 'Wealth & Trust',
    groupId: 308,
    retentionGroupId: 47,
    jobs: ['Relationship manager', 'Portfolio manager'],
    teams: [{ name: 'Private clients', groupId: 409 }],
  },
  {
    name: 'Operations',
    groupId: 309,
    retentionGroupId: 41,
    jobs: ['Settlements clerk', 'Operations manager'],
    teams: [{ name: 'Settlements', groupId: 410 }],
  },
]

/** The group of a department or team by its name, as Focus sends it. */
export function groupNamed(name: string): { groupId: number; name: string } | null {
  const department = FURTHER_DEPARTMENTS.find((one) => one.name === name)
  if (department) return { groupId: department.groupId, name }
  const team = FURTHER_DEPARTMENTS.flatMap(({ teams }) => teams).find((one) => one.name === name)
  return team ? { groupId: team.groupId, name } : null
}
