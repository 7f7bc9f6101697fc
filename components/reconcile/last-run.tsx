'use client'

import Link from 'next/link'
import { useMemo } from 'react'
import { useRemembered } from '@/components/table/use-table-layout'
import { usePreferences } from '@/components/ui/preferences'
import { formatInstant } from '@/lib/format/instant'
import { asideAt } from '@/lib/reconcile/asides'
import { MISMATCH_KINDS } from '@/lib/reconcile/model'
import { reconcileHref } from '@/lib/url/reconcile-url'
import { KIND_WORDS } from './kind-words'
import { parseMemory, RUNS_KEPT } from './run-memory'

/** How many mismatches of each kind the newest run in this browser found, without what is set aside. */
export function LastRun() {
  const [text] = useRemembered(RUNS_KEPT)
  const { zone } = usePreferences()
  const memory = useMemo(() => parseMemory(text), [text])
  const { last, asides } = memory
  if (last === null)
    return <p className="text-muted">No HR file was compared in this browser yet.</p>
  const aside = asideAt(asides, new Date().toISOString())
  const open = last.faults.filter(({ hash }) => !aside.has(hash))
  const kinds = MISMATCH_KINDS.map(
    (kind) => [kind, open.filter((fault) => fault.kind === kind).length] as const,
  ).filter(([, count]) => count > 0)
  return (
    <>
      <p className="text-muted">
        {open.length.toLocaleString('en-GB')} {open.length === 1 ? 'mismatch' : 'mismatches'} on{' '}
        {formatInstant(last.timeUtc, zone, 'minute')}
      </p>
      <ul className="grid grid-cols-2 gap-x-6">
        {kinds.map(([kind, count]) => (
          <li key={kind}>
            <Link
              href={reconcileHref({ kind })}
              prefetch={false}
              className="flex min-h-6 items-center gap-2 rounded px-1 hover:bg-sunk"
            >
              <span className="grow truncate">{KIND_WORDS[kind]}</span>
              <span className="text-muted tabular-nums">{count.toLocaleString('en-GB')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
