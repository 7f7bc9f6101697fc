/** Lists by what they have in common, in order of first appearance. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return [...groups.values()]
}

/**
 * Stretches of a list in time order in which at least `least` items stand within `windowMs` of each other at any moment;
 * overlapping ones are one.
 */
export function bursts<T>(
  items: readonly T[],
  atMs: (item: T) => number,
  least: number,
  windowMs: number,
): T[][] {
  const found: { from: number; to: number }[] = []
  let from = 0
  for (const [to, item] of items.entries()) {
    while (atMs(item) - atMs(items[from] ?? item) > windowMs) from += 1
    if (to - from + 1 < least) continue
    const last = found.at(-1)
    if (last !== undefined && last.to >= from) last.to = to
    else found.push({ from, to })
  }
  return found.map((span) => items.slice(span.from, span.to + 1))
}

/** Divides a list in time order wherever nothing happened for longer than `gapMs`. */
export function spells<T>(items: readonly T[], atMs: (item: T) => number, gapMs: number): T[][] {
  const found: T[][] = []
  for (const item of items) {
    const spell = found.at(-1)
    const before = spell?.at(-1)
    if (spell !== undefined && before !== undefined && atMs(item) - atMs(before) <= gapMs)
      spell.push(item)
    else found.push([item])
  }
  return found
}
