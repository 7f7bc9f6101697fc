const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

/** A size in decimal units, at most one decimal: `940 B`, `18.4 MB`. Takes bytes; below zero or not finite is `0 B`. */
export function formatBytes(sizeBytes: number): string {
  let size = Number.isFinite(sizeBytes) && sizeBytes > 0 ? sizeBytes : 0
  let unit = 0
  // 999.95 would be shown as "1000.0": the next unit starts where rounding reaches it.
  while (unit < UNITS.length - 1 && size >= (unit === 0 ? 1000 : 999.95)) {
    size /= 1000
    unit += 1
  }
  const text = unit === 0 ? String(Math.round(size)) : size.toFixed(1).replace(/\.0$/, '')
  return `${text} ${UNITS[unit]}`
}
