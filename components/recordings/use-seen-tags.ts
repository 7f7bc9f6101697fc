'use client'

import { useState } from 'react'
import type { Recording } from '@/lib/contract/recording'

const MOST = 1000

/** Every tag that rows have carried since the page was opened, in order; what suggestions know of. */
export function useSeenTags(rows: readonly Recording[]): readonly string[] {
  const [seen, setSeen] = useState<{ rows: readonly Recording[]; tags: readonly string[] }>({
    rows: [],
    tags: [],
  })
  if (seen.rows === rows) return seen.tags
  const known = new Set(seen.tags)
  const fresh = new Set(rows.flatMap((row) => row.tags).filter((tag) => !known.has(tag)))
  const tags =
    fresh.size === 0
      ? seen.tags
      : [...seen.tags, ...fresh].slice(0, MOST).sort((a, b) => a.localeCompare(b))
  setSeen({ rows, tags })
  return tags
}
