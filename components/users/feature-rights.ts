import type { User } from '@/lib/contract/user'

/** Something this console does, and the Focus rights its service user needs for it. */
export type Feature = { name: string; rights: readonly string[] }

/**
 * What each feature needs, from the rights of the Focus calls it makes (the vendor’s endpoint reference; a test compares this
 * with the table of calls).
 */
export const FEATURES: readonly Feature[] = [
  { name: 'Search and read recordings', rights: ['Recording.View'] },
  { name: 'Text messages', rights: ['Recording.View'] },
  { name: 'Transcripts', rights: ['Recording.Transcription.View'] },
  { name: 'Listening and download', rights: ['Recording.View', 'Recording.Play'] },
  { name: 'Comments', rights: ['Recording.Comment.View'] },
  { name: 'Search by number or address', rights: ['Recording.View', 'People.View'] },
  { name: 'Who accessed what, by Focus’s own audit', rights: ['Recording.Audit.View'] },
  {
    name: 'Evidence packages',
    rights: [
      'Recording.View',
      'Recording.Play',
      'Recording.Transcription.View',
      'Recording.Comment.View',
      'Recording.Audit.View',
    ],
  },
  { name: 'Charts on the overview', rights: ['Recording.View'] },
  { name: 'People', rights: ['People.View'] },
  { name: 'How much is recorded of a person', rights: ['Recording.View'] },
  { name: 'Endpoints', rights: ['Endpoints.View'] },
  { name: 'Looking up a list of endpoints', rights: ['People.View'] },
  { name: 'Users', rights: ['Users.View'] },
  { name: 'Retention groups', rights: ['RetentionGroup.View'] },
  {
    name: 'What will be deleted and when',
    rights: ['RetentionGroup.View', 'Recording.View', 'People.View'],
  },
  {
    name: 'Reconciling with HR',
    rights: ['People.View', 'Endpoints.View', 'Users.View', 'RetentionGroup.View'],
  },
]

export type FeatureVerdict = Feature & { missing: readonly string[] }

/** What works under somebody’s rights, and which rights they hold that nothing here needs. */
export type RightsVerdict = { features: readonly FeatureVerdict[]; unneeded: readonly string[] }

/** Compares what somebody may do with what each feature needs. */
export function judgeRights({ rights }: Pick<User, 'rights'>): RightsVerdict {
  const held = new Set(rights)
  const needed = new Set(FEATURES.flatMap((feature) => feature.rights))
  return {
    features: FEATURES.map((feature) => ({
      ...feature,
      missing: feature.rights.filter((right) => !held.has(right)),
    })),
    unneeded: rights.filter((right) => !needed.has(right)),
  }
}
