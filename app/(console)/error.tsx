'use client'

import { ProblemNotice } from '@/components/problem/problem-notice'

/** A page that broke breaks alone: the shell around it stays. */
export default function ConsolePageError({ error, reset }: { error: Error; reset: () => void }) {
  return <ProblemNotice error={error} onRetry={reset} />
}
