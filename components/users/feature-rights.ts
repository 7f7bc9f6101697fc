import type { User } from '@/lib/contract/user'

/**
 * The right each Focus call needs. It is the server's table of calls in small, which a browser cannot read: a test holds the
 * two together.
 */
export const RIGHT_OF_CALL = {
  searchRecordings: 'Recording.View',
  getRecording: 'Recording.View',
  getTranscript: 'Recording.Transcription.View',
  getSmsMessage: 'Recording.View',
  openMedia: 'Recording.Play',
  getAccessAudit: 'Recording.Audit.View',
  searchPeople: 'People.View',
  searchPeopleByName: 'People.View',
  getPeople: 'People.View',
  searchEndpoints: 'Endpoints.View',
  getEndpoints: 'People.View',
  searchUsers: 'Users.View',
  getRetentionGroups: 'RetentionGroup.View',
  getComments: 'Recording.Comment.View',
} as const
type Call = keyof typeof RIGHT_OF_CALL

/** Something this console does, and the Focus calls it makes for it. */
export type Feature = { name: string; calls: readonly Call[] }

/** Everything this console does that asks Focus. What a feature can do without (a name beside an id) is not counted. */
export const FEATURES: readonly Feature[] = [
  { name: 'Search and read recordings', calls: ['searchRecordings', 'getRecording'] },
  {
    name: 'Search by person, number or address',
    calls: ['searchRecordings', 'searchPeopleByName', 'getPeople', 'getEndpoints'],
  },
  { name: 'Text messages', calls: ['getSmsMessage'] },
  { name: 'Transcripts', calls: ['getTranscript'] },
  { name: 'Listening and download', calls: ['getRecording', 'openMedia'] },
  { name: 'Comments', calls: ['getComments'] },
  {
    name: 'Who accessed what, by Focus’s own audit',
    calls: ['searchRecordings', 'getAccessAudit'],
  },
  {
    name: 'Evidence packages',
    calls: [
      'searchRecordings',
      'getRecording',
      'openMedia',
      'getTranscript',
      'getSmsMessage',
      'getComments',
      'getAccessAudit',
    ],
  },
  { name: 'Charts on the overview', calls: ['searchRecordings'] },
  { name: 'People', calls: ['searchPeople', 'searchPeopleByName', 'getPeople', 'getEndpoints'] },
  { name: 'How much is recorded of a person', calls: ['searchRecordings'] },
  { name: 'Endpoints', calls: ['searchEndpoints'] },
  { name: 'Looking up a list of endpoints', calls: ['getEndpoints'] },
  { name: 'Users', calls: ['searchUsers'] },
  { name: 'Retention groups', calls: ['getRetentionGroups'] },
  { name: 'Who is recorded under which group', calls: ['searchPeople'] },
  { name: 'What will be deleted and when', calls: ['getRetentionGroups', 'searchRecordings'] },
  {
    name: 'Reconciling with HR',
    calls: ['searchPeople', 'searchEndpoints', 'searchUsers', 'getRetentionGroups'],
  },
]

/** The rights a feature needs, each once. */
export function rightsFor({ calls }: Feature): string[] {
  return [...new Set(calls.map((call) => RIGHT_OF_CALL[call]))]
}

export type FeatureVerdict = { name: string; rights: readonly string[]; missing: readonly string[] }

/** What works under somebody’s rights, and which rights they hold that nothing here needs. */
export type RightsVerdict = { features: readonly FeatureVerdict[]; unneeded: readonly string[] }

/** Compares what somebody may do with what each feature needs. */
export function judgeRights({ rights }: Pick<User, 'rights'>): RightsVerdict {
  const held = new Set(rights)
  const needed = new Set(FEATURES.flatMap(rightsFor))
  return {
    features: FEATURES.map((feature) => {
      const wanted = rightsFor(feature)
      return {
        name: feature.name,
        rights: wanted,
        missing: wanted.filter((right) => !held.has(right)),
      }
    }),
    unneeded: [...held].filter((right) => !needed.has(right)),
  }
}
