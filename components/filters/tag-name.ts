/** The last part of a dotted tag: `callCategory.categoryNames.Sales` → `Sales`. */
export function tagName(tag: string): string {
  return tag.split('.').at(-1) || tag
}

/** The whole path of a tag named by its last part, among those seen; as typed when none or several are. */
export function wholeTag(typed: string, seen: readonly string[]): string {
  const lower = typed.toLowerCase()
  const same = seen.find((tag) => tag.toLowerCase() === lower)
  if (same !== undefined) return same
  const ending = seen.filter((tag) => tagName(tag).toLowerCase() === lower)
  return ending.length === 1 ? (ending[0] ?? typed) : typed
}
