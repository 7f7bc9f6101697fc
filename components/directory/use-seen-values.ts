'use client'

import { useState } from 'react'

export type SeenValue = { value: string; label: string }
type Seen<K extends string> = ReadonlyMap<K, readonly SeenValue[]>

const MOST = 500

/** The values of filters that rows have carried since the page was opened, each once, in order. */
export function useSeenValues<T, K extends string>(
  rows: readonly T[],
  valuesIn: (row: T) => readonly { key: K; value: string; label: string }[],
): Seen<K> {
  const [known, setKnown] = useState<{ rows: readonly T[]; seen: Seen<K> }>({
    rows: [],
    seen: new Map(),
  })
  if (known.rows === rows) return known.seen
  const seen = withRows(known.seen, rows, valuesIn)
  setKnown({ rows, seen })
  return seen
}

function withRows<T, K extends string>(
  before: Seen<K>,
  rows: readonly T[],
  valuesIn: (row: T) => readonly { key: K; value: string; label: string }[],
): Seen<K> {
  const fresh = new Map<K, Map<string, SeenValue>>()
  for (const row of rows)
    for (const { key, value, label } of valuesIn(row)) {
      const had = before.get(key) ?? []
      if (had.length >= MOST || had.some((one) => one.value === value)) continue
      const values = fresh.get(key) ?? new Map<string, SeenValue>()
      fresh.set(key, values.set(value, { value, label }))
    }
  if (fresh.size === 0) return before
  const seen = new Map(before)
  for (const [key, values] of fresh) {
    const all = [...(before.get(key) ?? []), ...values.values()].slice(0, MOST)
    seen.set(
      key,
      all.sort((a, b) => a.label.localeCompare(b.label, 'en-GB')),
    )
  }
  return seen
}
