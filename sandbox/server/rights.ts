/** Every right a call of the service API asks for. */
export const RIGHTS = [
  'Recording.View',
  'Recording.Transcription.View',
  'Recording.Play',
  'Recording.Audit.View',
  'People.View',
  'Endpoints.View',
  'Users.View',
  'RetentionGroup.View',
  'Recording.Comment.View',
] as const
export type Right = (typeof RIGHTS)[number]

export function isRight(name: string): name is Right {
  return RIGHTS.some((right) => right === name)
}

/** What the service user holds; any right can be withdrawn and given back while the sandbox runs. */
export function makeRights(without: readonly Right[]) {
  const withdrawn = new Set<Right>(without)
  return {
    holds: (right: Right) => !withdrawn.has(right),
    held: (): Right[] => RIGHTS.filter((right) => !withdrawn.has(right)),
    set(right: Right, held: boolean) {
      if (held) withdrawn.delete(right)
      else withdrawn.add(right)
    },
    withdrawOnly(rights: readonly Right[]) {
      withdrawn.clear()
      for (const right of rights) withdrawn.add(right)
    },
  }
}
export type Rights = ReturnType<typeof makeRights>
