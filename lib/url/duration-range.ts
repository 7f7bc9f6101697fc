export type DurationRange = { min?: number; max?: number }

/**
 * Milliseconds in `90`, `90s`, `10m`, `1h30m`, `1.5h` or `5:30` (a bare number is seconds); null for anything else or
 * for more than a thousand hours.
 */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase()
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/.exec(trimmed)
  if (clock) {
    const [, hours = '0', minutes = '0', seconds = '0'] = clock
    return bounded(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
  }
  if (/^\d+(\.\d+)?$/.test(trimmed)) return bounded(Number(trimmed))
  const parts = /^(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(trimmed)
  if (!parts || trimmed === '') return null
  const [, hours = '0', minutes = '0', seconds = '0'] = parts
  return bounded(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

function bounded(seconds: number): number | null {
  const ms = Math.round(seconds * 1000)
  return ms <= 3_600_000_000 ? ms : null
}

/**
 * Milliseconds, both ends inclusive, of `>10m`, `>=10m`, `<5m`, `<=5m`, `5m..20m`, `5m..` or `..20m`. Durations are shown in
 * whole seconds, so `>10m` begins at 10:01. Null when it is none of these or ends before it begins.
 */
export function parseDurationRange(text: string): DurationRange | null {
  const sign = /^(>=|<=|>|<)(.+)$/.exec(text.trim())
  if (sign) {
    const ms = parseDuration(sign[2] ?? '')
    if (ms === null) return null
    if (sign[1] === '>=') return { min: ms }
    if (sign[1] === '>') return { min: ms + 1000 }
    if (sign[1] === '<=') return { max: ms }
    return ms >= 1000 ? { max: ms - 1000 } : null
  }
  const ends = /^(.*)\.\.(.*)$/.exec(text.trim())
  if (!ends || (ends[1] === '' && ends[2] === '')) return null
  const min = ends[1] === '' ? undefined : parseDuration(ends[1] ?? '')
  const max = ends[2] === '' ? undefined : parseDuration(ends[2] ?? '')
  if (min === null || max === null) return null
  if (min !== undefined && max !== undefined && min > max) return null
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}
