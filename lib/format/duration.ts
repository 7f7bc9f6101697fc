/**
 * A length of time as a clock shows it: `6:55`, `1:03:18`. Whole seconds, rounded down, so that a playing
 * clock never runs ahead. Takes milliseconds; anything below zero or not finite is `0:00`.
 */
export function formatDuration(durationMs: number): string {
  const { hours, minutes, seconds } = clockParts(durationMs)
  const ss = String(seconds).padStart(2, '0')
  if (hours === 0) return `${minutes}:${ss}`
  return `${hours}:${String(minutes).padStart(2, '0')}:${ss}`
}

/**
 * The same for a voice: `2 minutes 14`, `1 hour 3 minutes`, `40 seconds`. Seconds are left out from an hour on.
 * Takes milliseconds, rounds down.
 */
export function spokenDuration(durationMs: number): string {
  const { hours, minutes, seconds } = clockParts(durationMs)
  if (hours > 0) {
    return minutes === 0
      ? count(hours, 'hour')
      : `${count(hours, 'hour')} ${count(minutes, 'minute')}`
  }
  if (minutes === 0) return count(seconds, 'second')
  return seconds === 0 ? count(minutes, 'minute') : `${count(minutes, 'minute')} ${seconds}`
}

/**
 * A length of time in few words, for sums and estimates: `40 s`, `7 min`, `14 h 20 min`, `3 d 2 h`. Takes
 * milliseconds, rounds to the smaller unit shown.
 */
export function roughDuration(durationMs: number): string {
  const seconds = Math.round(finite(durationMs) / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  if (minutes < 1440) return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
  const hours = Math.round(minutes / 60)
  return pair(Math.floor(hours / 24), 'd', hours % 24, 'h')
}

/**
 * A length of time to the second, for what was heard: `43 s`, `1 min 43 s`, `2 h 5 min 9 s`. Takes milliseconds, rounds to
 * the nearest second; more than nothing is never shown as `0 s`.
 */
export function exactDuration(durationMs: number): string {
  const ms = finite(durationMs)
  if (ms > 0 && ms < 500) return 'under 1 s'
  const { hours, minutes, seconds } = clockParts(Math.round(ms / 1000) * 1000)
  const parts = [
    hours > 0 && `${hours} h`,
    minutes > 0 && `${minutes} min`,
    seconds > 0 && `${seconds} s`,
  ]
  return parts.filter((part) => part !== false).join(' ') || '0 s'
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
}

function clockParts(durationMs: number) {
  const total = Math.floor(finite(durationMs) / 1000)
  return {
    hours: Math.floor(total / 3600),
    minutes: Math.floor(total / 60) % 60,
    seconds: total % 60,
  }
}

function finite(value: number): number {
  return Number.isFinite(value) && value > 0 ? value : 0
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`
}
