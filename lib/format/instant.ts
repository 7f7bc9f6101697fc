/** Where clocks are read: the reader's own zone, or UTC. */
export type Zone = 'local' | 'utc'

/**
 * - `full`: `23 Nov 2026, 14:05:09`
 * - `minute`: `23 Nov 2026, 14:05`
 * - `date`: `23 Nov 2026`
 * - `short-date`: `23 Nov`, as a list shows beside the time
 * - `time`: `14:05:09`
 */
export type InstantStyle = 'full' | 'minute' | 'date' | 'short-date' | 'time'

// Names fixed here: a browser's own `en-GB` says "Sept" in one release and "Sep" in another.
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * An instant (ISO 8601, UTC) on the clock of a zone. `timeZone` is the reader's IANA zone, the device's own when
 * left out; it counts only when `zone` is `local`. Text that is no instant comes back as it came.
 */
export function formatInstant(
  utc: string,
  zone: Zone,
  style: InstantStyle = 'full',
  timeZone?: string,
): string {
  const parts = wallClock(utc, zone, timeZone)
  if (parts === null) return utc
  const shortDate = `${parts.day} ${MONTHS[parts.month - 1]}`
  const date = `${shortDate} ${parts.year}`
  const minute = `${two(parts.hour)}:${two(parts.minute)}`
  const time = `${minute}:${two(parts.second)}`
  switch (style) {
    case 'full':
      return `${date}, ${time}`
    case 'minute':
      return `${date}, ${minute}`
    case 'date':
      return date
    case 'short-date':
      return shortDate
    case 'time':
      return time
  }
}

export type WallClock = {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

/** What a clock on the wall of the zone shows at an instant; null when the text is no instant. */
export function wallClock(utc: string, zone: Zone, timeZone?: string): WallClock | null {
  const epochMs = Date.parse(utc)
  if (Number.isNaN(epochMs)) return null
  const found: Record<string, number> = {}
  for (const part of clockOf(zone === 'utc' ? 'UTC' : timeZone).formatToParts(epochMs)) {
    if (part.type !== 'literal') found[part.type] = Number(part.value)
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found
  return { year, month, day, hour, minute, second }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Building a formatter costs far more than using it, and a list uses thousands. */
function clockOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const key = timeZone ?? ''
  const known = clocks.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    ...(timeZone !== undefined && { timeZone }),
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(key, made)
  return made
}

/**
 * The zone in words: `London · GMT`, `UTC`. For `local` the city of the IANA name and the short name (or offset)
 * that holds at `atUtc`, now when left out.
 */
export function zoneName(zone: Zone, atUtc?: string, timeZone?: string): string {
  if (zone === 'utc') return 'UTC'
  const options = timeZone === undefined ? {} : { timeZone }
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZoneName: 'short' })
  const at = atUtc === undefined ? Date.now() : Date.parse(atUtc)
  const short = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const iana = format.resolvedOptions().timeZone
  if (iana === 'UTC' || !iana.includes('/')) return iana
  return `${(iana.split('/').pop() ?? iana).replaceAll('_', ' ')} · ${short}`
}

/** An instant in the zone that is not on screen, with that zone's name: for a tooltip. */
export function otherZone(utc: string, shown: Zone, timeZone?: string): string {
  const other: Zone = shown === 'utc' ? 'local' : 'utc'
  return `${formatInstant(utc, other, 'full', timeZone)} ${zoneName(other, utc, timeZone)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
