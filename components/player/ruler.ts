const STEPS_SEC = [1, 2, 5, 10, 15, 30, 60, 120, 180, 300, 600, 900, 1800, 3600, 7200, 14_400]

/**
 * Where a ruler of `widthPx` over `durationMs` has its labels, in milliseconds: round steps from zero, none nearer to
 * the next than `spacingPx`, then the end itself.
 */
export function rulerMarks(durationMs: number, widthPx: number, spacingPx = 96): number[] {
  if (durationMs <= 0 || widthPx <= 0) return []
  const roomFor = Math.max(1, Math.floor(widthPx / spacingPx))
  const stepSec =
    STEPS_SEC.find((step) => durationMs / 1000 / step <= roomFor) ??
    Math.ceil(durationMs / 1000 / roomFor / 3600) * 3600
  const marks: number[] = []
  const lastMs = durationMs - (durationMs * spacingPx * 0.6) / widthPx
  for (let ms = 0; ms <= lastMs; ms += stepSec * 1000) marks.push(ms)
  return [...marks, durationMs]
}
