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
