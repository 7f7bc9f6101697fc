/**
 * The time a person typed, in milliseconds: `6:55`, `1:03:18`, `134` (seconds), `134.5`, `2m14s`, `1h 3m`.
 * Null when it is none of these.
 */
export function parseTimeInput(text: string): number | null {
  const input = text.trim().toLowerCase().replaceAll(',', '.')
  const clock = /^(?:(\d+):)?(\d+):(\d{1,2}(?:\.\d+)?)$/.exec(input)
  if (clock !== null) {
    const [, hours, minutes, seconds] = clock
    if (Number(seconds) >= 60 || (hours !== undefined && Number(minutes) >= 60)) return null
    return toMs(Number(hours ?? 0), Number(minutes), Number(seconds))
  }
  if (/^\d+(\.\d+)?$/.test(input)) return toMs(0, 0, Number(input))
  const units = /^(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+(?:\.\d+)?)\s*s)?$/.exec(input)
  if (units === null || input === '') return null
  const [, hours, minutes, seconds] = units
  return toMs(Number(hours ?? 0), Number(minutes ?? 0), Number(seconds ?? 0))
}

const toMs = (hours: number, minutes: number, seconds: number): number =>
  Math.round((hours * 3600 + minutes * 60 + seconds) * 1000)
