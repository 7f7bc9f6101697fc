/** Kept for so many days; null is for ever. `default` stands for every media type not named. */
export type RetentionPeriod = { mediaType: string; days: number | null }

export type RetentionGroup = {
  retentionGroupId: number
  name: string
  isDefault: boolean
  periods: RetentionPeriod[]
}

export const RETENTION_GROUPS: readonly RetentionGroup[] = [
  {
    retentionGroupId: 41,
    name: 'Default',
    isDefault: true,
    periods: [{ mediaType: 'default', days: 2555 }],
  },
  {
    retentionGroupId: 42,
    name: 'Trading floor',
    isDefault: false,
    periods: [
      { mediaType: 'sms', days: 30 },
      { mediaType: 'default', days: 3650 },
    ],
  },
  {
    retentionGroupId: 43,
    name: 'Contact centre',
    isDefault: false,
    periods: [
      { mediaType: 'default', days: 1825 },
      { mediaType: 'chat', days: 365 },
    ],
  },
  {
    retentionGroupId: 44,
    name: 'Thirty days',
    isDefault: false,
    periods: [{ mediaType: 'default', days: 30 }],
  },
  {
    retentionGroupId: 45,
    name: 'Pensions advice',
    isDefault: false,
    periods: [{ mediaType: 'default', days: null }],
  },
  {
    retentionGroupId: 46,
    name: 'Board',
    isDefault: false,
    periods: [
      { mediaType: 'email', days: 3650 },
      { mediaType: 'teams', days: null },
      { mediaType: 'default', days: 2555 },
    ],
  },
]

/** What a firm of more than sixty has besides. */
export const FURTHER_RETENTION_GROUPS: readonly RetentionGroup[] = [
  {
    retentionGroupId: 47,
    name: 'Investment advice',
    isDefault: false,
    periods: [{ mediaType: 'default', days: 3650 }],
  },
  {
    retentionGroupId: 48,
    name: 'Complaints',
    isDefault: false,
    periods: [{ mediaType: 'default', days: 2190 }],
  },
]

/** Days a medium is kept in a group: its own period where there is one, else the default. Null is for ever. */
export function daysKept(retentionGroupId: number, mediaType: string): number | null {
  const group =
    RETENTION_GROUPS.find((candidate) => candidate.retentionGroupId === retentionGroupId) ??
    RETENTION_GROUPS[0]
  const period =
    group?.periods.find((candidate) => candidate.mediaType === mediaType) ??
    group?.periods.find((candidate) => candidate.mediaType === 'default')
  return period?.days ?? null
}
