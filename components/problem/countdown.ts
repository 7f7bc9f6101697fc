'use client'

import { useEffect, useRef, useState } from 'react'

/**
 * Whole seconds left of a pause, counted down; calls `onEnd` once at its end. Null `seconds` counts nothing. A new `key`
 * starts it anew.
 */
export function useCountdown(
  seconds: number | null,
  key: unknown,
  onEnd: () => void,
): number | null {
  const [left, setLeft] = useState(seconds)
  const end = useRef(onEnd)
  end.current = onEnd

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key restarts the countdown
  useEffect(() => {
    setLeft(seconds)
    if (seconds === null) return
    const endsAt = performance.now() + seconds * 1000
    const timer = setInterval(() => {
      const remaining = Math.ceil((endsAt - performance.now()) / 1000)
      setLeft(Math.max(0, remaining))
      if (remaining > 0) return
      clearInterval(timer)
      end.current()
    }, 250)
    return () => clearInterval(timer)
  }, [seconds, key])

  return left
}
