const DAY_MS = 86_400_000

/** How long a recording is still kept, in few words: `7 y`, `5 mo`, `30 d`, `today`, `expired`. */
export function keptWords(expiryUtc: string, nowUtc: string): string {
  const days = Math.floor((Date.parse(expiryUtc) - Date.parse(nowUtc)) / DAY_MS)
  if (Number.isNaN(days)) return '—'
  if (days < 0) return 'expired'
  if (days === 0) return 'today'
  if (days < 90) return `${days} d`
  if (days < 730) return `${Math.round(days / 30.44)} mo`
  return `${Math.round(days / 365.25)} y`
}

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
