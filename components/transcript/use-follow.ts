'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** Keys by which a person scrolls. */
const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'])

type Row = { start: number; size: number }

type Follow = {
  scroller: RefObject<HTMLElement | null>
  /** The row to keep in sight, -1 for none. */
  activeIndex: number
  /** Where a row stands, as measured or estimated; undefined for none. */
  rowAt: (index: number) => Row | undefined
}

/**
 * Keeps the active row in sight until the person scrolls; `resume` takes it up again. Smooth for a short way, at once
 * for a long one or where motion is unwanted.
 */
export function useFollow({ scroller, activeIndex, rowAt }: Follow) {
  const [following, setFollowing] = useState(true)
  const rows = useRef(rowAt)
  rows.current = rowAt

  useEffect(() => {
    const target = scroller.current
    if (target === null) return
    const letGo = () => setFollowing(false)
    const onKey = (event: KeyboardEvent) => {
      if (SCROLL_KEYS.has(event.key)) letGo()
    }
    const onPointer = (event: PointerEvent) => {
      // A press on the scroller itself, and not on what it holds, is one on its scrollbar.
      if (event.target === target) letGo()
    }
    target.addEventListener('wheel', letGo, { passive: true })
    target.addEventListener('touchmove', letGo, { passive: true })
    target.addEventListener('keydown', onKey)
    target.addEventListener('pointerdown', onPointer)
    return () => {
      target.removeEventListener('wheel', letGo)
      target.removeEventListener('touchmove', letGo)
      target.removeEventListener('keydown', onKey)
      target.removeEventListener('pointerdown', onPointer)
    }
  }, [scroller])

  const show = useCallback(
    (index: number) => {
      const target = scroller.current
      const row = rows.current(index)
      if (target === null || row === undefined) return
      const top = Math.max(0, row.start - (target.clientHeight - row.size) / 3)
      const near = Math.abs(top - target.scrollTop) < target.clientHeight * 1.5
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches
      target.scrollTo({ top, behavior: near && !still ? 'smooth' : 'instant' })
    },
    [scroller],
  )

  useEffect(() => {
    if (following && activeIndex >= 0) show(activeIndex)
  }, [following, activeIndex, show])

  return {
    following,
    show,
    letGo: useCallback(() => setFollowing(false), []),
    resume: useCallback(() => setFollowing(true), []),
  }
}
