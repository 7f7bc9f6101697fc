export const SLOWEST = 0.5
export const FASTEST = 3
export const QUICK_SPEEDS = [1, 1.4, 1.8] as const

/** A speed in steps of a tenth, within what is offered. */
export function steppedSpeed(speed: number, steps: number): number {
  return Math.min(FASTEST, Math.max(SLOWEST, Math.round(speed * 10 + steps) / 10))
}

/** `1.4×`; always one decimal, so that the control does not change its width. */
export const speedLabel = (speed: number): string => `${speed.toFixed(1)}×`

/** What remains at this speed, in words: `6 min left`, `40 s left`. */
export function remainingLabel(remainingMs: number, speed: number): string {
  const seconds = Math.max(0, Math.round(remainingMs / 1000 / speed))
  if (seconds < 60) return `${seconds} s left`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min left`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`} left`
}
