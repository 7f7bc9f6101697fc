/** An active endpoint without a recording for so many days is silent, where nobody says otherwise. */
export const DEFAULT_SILENT_DAYS = 90

/** Rights by which a user sees who may log in, how long is kept and who accessed what, where nobody says otherwise. */
export const DEFAULT_PRIVILEGED_RIGHTS: readonly string[] = [
  'Users.View',
  'RetentionGroup.View',
  'Recording.Audit.View',
]
