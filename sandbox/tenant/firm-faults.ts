/**
 * What a firm of more than sixty has wrong, or only looks as if it had (`decoy`): in Focus, in HR's file, or between the two. The faults
 * stand in this order, each with a colleague who may take part in it, once in every block of so many people.
 */
export const FAULTS = [
  // A number of two people.
  'endpoint-listed-twice',
  'number-registered-twice',
  'number-given-twice-by-hr',
  // Somebody has left.
  'left-and-active',
  'left-with-an-active-endpoint',
  'left-with-an-active-user',
  'left-and-active-with-an-active-user',
  'left-by-status-alone',
  'left-by-date-alone',
  'left-with-a-user-alone',
  'left-with-a-user-of-the-same-name',
  'decoy-left-and-inactive',
  'decoy-leaves-soon',
  // Somebody works there, and nothing of theirs is recorded.
  'without-endpoint',
  'with-inactive-endpoints',
  'inactive-and-employed',
  'decoy-not-yet-joined',
  // Somebody in Focus whom HR does not have.
  'unknown-to-hr',
  'unknown-to-hr-with-a-user',
  'decoy-unknown-to-hr-and-inactive',
  // HR's number is somebody else's.
  'number-of-a-colleague',
  'number-of-a-colleague-given-to-a-stranger',
  'number-of-a-leaver',
  'number-of-a-leaver-hr-has-forgotten',
  'number-registered-again-after-a-leaver',
  'decoy-number-handed-over',
  // Retention.
  'default-retention',
  'no-retention',
  'endpoint-with-default-retention',
  'wrong-retention',
  'endpoint-with-wrong-retention',
  'retention-of-the-department-not-the-team',
  // HR writes something else.
  'surname-differs',
  'surname-with-a-slip',
  'found-by-a-name-with-a-slip',
  'email-differs',
  'department-differs',
  'job-differs',
  'name-and-job-differ',
  // Who is who.
  'person-twice',
  'namesakes',
  'decoy-person-twice-once-inactive',
  'rows-disagree',
  'row-twice',
  'decoy-rehired',
  'decoy-returned-under-a-new-number',
  // Users.
  'user-without-person',
  'user-without-person-whom-hr-has',
  'decoy-inactive-user-without-person',
  'decoy-user-known-by-name',
  'privileged-outsider',
  'privileged-user-without-person',
  'privileged-and-unknown-to-hr',
  'privileged-with-the-name-alone',
  'decoy-privileged-and-employed',
  // Nothing recorded any more.
  'silent-phone',
  'silent-teams',
  'silent-for-just-long-enough',
  'decoy-nearly-silent',
  'decoy-never-recorded',
  'decoy-silent-and-inactive',
  // Endpoints of nobody.
  'number-of-nobody',
  'number-of-nobody-that-hr-knows',
  'number-of-a-removed-person',
  'decoy-inactive-number-of-nobody',
  // Somebody in HR whom Focus does not have.
  'missing',
  'missing-with-two-rows',
  'decoy-stranger-who-has-left',
  'decoy-stranger-who-is-to-join',
  // Rows that say little, and are found all the same.
  'decoy-found-by-email',
  'decoy-found-by-phone',
  'decoy-found-by-extension',
  'decoy-found-by-name',
  'decoy-without-status',
  // Whose line cannot be read, where lines are to be unreadable.
  'decoy-line-unreadable',
] as const
export type FaultName = (typeof FAULTS)[number]

/** The people who are the same in every firm; nothing is wrong with them but what always was. */
export const KNOWN_PEOPLE = 60
/** So many have numbers of their own. */
export const MOST_PEOPLE = 200_000
export const PEOPLE_OF_A_BLOCK = 500

export type Fault = { name: FaultName; block: number }

/** The fault of the subscriber at a place of the firm; null for most. The next place is that of the colleague. */
export function faultAt(place: number, people: number): Fault | null {
  const within = (place % PEOPLE_OF_A_BLOCK) - KNOWN_PEOPLE
  // Without the colleague there is no fault.
  if (within < 0 || within % 2 !== 0 || place + 1 >= people) return null
  const name = FAULTS[within / 2]
  return name === undefined ? null : { name, block: Math.floor(place / PEOPLE_OF_A_BLOCK) }
}
