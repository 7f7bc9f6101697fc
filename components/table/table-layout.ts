import type { TableColumn } from './table-column'

export const DENSITIES = { compact: 28, normal: 32, roomy: 40 } as const
export type Density = keyof typeof DENSITIES

/** How a reader has arranged a table. */
export type TableLayout = {
  /** Columns shown, in their order; null for the default. */
  shown: string[] | null
  /** Widths in pixels of the columns that were resized. */
  widths: Record<string, number>
  density: Density
}

export const DEFAULT_LAYOUT: TableLayout = { shown: null, widths: {}, density: 'normal' }
/** Pixels; wider than a growing column is drawn on any common screen. */
export const MOST_WIDE = 2400
const LEAST_WIDE = 28

/** A layout from storage. Whatever is not one falls back part by part. */
export function parseLayout(text: string | null): TableLayout {
  let value: unknown
  try {
    value = JSON.parse(text ?? 'null')
  } catch {
    return DEFAULT_LAYOUT
  }
  if (typeof value !== 'object' || value === null) return DEFAULT_LAYOUT
  const { shown, widths, density } = value as Record<string, unknown> // each part is checked below
  const sizes = typeof widths === 'object' && widths !== null ? Object.entries(widths) : []
  return {
    shown:
      Array.isArray(shown) && shown.every((id) => typeof id === 'string') && shown.length > 0
        ? shown
        : null,
    widths: Object.fromEntries(
      sizes.flatMap(([id, width]) => (typeof width === 'number' ? [[id, boundWidth(width)]] : [])),
    ),
    density: density === 'compact' || density === 'roomy' ? density : 'normal',
  }
}

export function boundWidth(width: number, least = LEAST_WIDE): number {
  return Math.round(Math.min(MOST_WIDE, Math.max(least, width)))
}

/** The grid's track of a column: its width, or, for one that grows and was given none, that and its share of the rest. */
export function columnTrack(width: number, grows: number | undefined, resized: boolean): string {
  return grows === undefined || resized ? `${width}px` : `minmax(${width}px, ${grows}fr)`
}

/**
 * The columns on screen: those wanted that exist, in their order, and those that cannot be hidden where they stand by
 * default. The default when nothing is wanted.
 */
export function shownColumns<T>(
  columns: readonly TableColumn<T>[],
  wanted: readonly string[] | null,
): string[] {
  const byDefault = columns.filter((column) => !column.extra).map((column) => column.id)
  if (wanted === null) return byDefault
  const known = wanted.filter((id) => columns.some((column) => column.id === id))
  if (known.length === 0) return byDefault
  const missing = columns.filter((column) => column.fixed && !known.includes(column.id))
  return [...missing.map((column) => column.id), ...known]
}

/** The order with one column moved by so many places; the same order where there is no such place. */
export function moveColumn(order: readonly string[], id: string, by: number): string[] {
  const from = order.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return [...order]
  const rest = order.filter((other) => other !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}

/** The order with one column dropped at another's place. */
export function dropColumn(order: readonly string[], id: string, onto: string): string[] {
  return moveColumn(order, id, order.indexOf(onto) - order.indexOf(id))
}
