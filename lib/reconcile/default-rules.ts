/** An active endpoint without a recording for so many days is silent, where nobody says otherwise. */
export const DEFAULT_SILENT_DAYS = 90

/**
 * The day that decides who works here, as an ISO date: that of UTC, on the page as at the command line, so that the same file is compared
 * alike wherever that is.
 */
export function dayOfRun(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10)
}

/** Rights by which a user sees who may log in, how long is kept and who accessed what, where nobody says otherwise. */
export const DEFAULT_PRIVILEGED_RIGHTS: readonly string[] = [
  'Users.View',
  'RetentionGroup.View',
  'Recording.Audit.View',
]
