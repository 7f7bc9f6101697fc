'use client'

import { clsx } from 'clsx'
import { MISMATCH_KINDS } from '@/lib/reconcile/model'
import { KIND_WORDS } from './kind-words'
import type { Reconciliation } from './reconcile-session'

type KindsListProps = {
  now: Reconciliation
  chosen: string
  onChoose: (kind: string) => void
}

const number = (count: number) => count.toLocaleString('en-GB')

/** Every kind of mismatch with its count; below, what is set aside and what could not be read. */
export function KindsList({ now, chosen, onChoose }: KindsListProps) {
  const { counts: compared, tally } = now
  const open = new Map(tally.open)
  const all = tally.open.reduce((sum, [, count]) => sum + count, 0)
  const entry = (kind: string, label: string, count: number) => (
    <li key={kind}>
      <button
        type="button"
        aria-pressed={kind === chosen}
        onClick={() => onChoose(kind)}
        className={clsx(
          'flex min-h-7 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-sunk hover:text-ink aria-pressed:bg-sunk aria-pressed:font-semibold aria-pressed:text-ink',
          count === 0 ? 'text-faint' : 'text-muted',
        )}
      >
        <span className="grow">{label}</span>
        <span className="tabular-nums">{number(count)}</span>
      </button>
    </li>
  )
  return (
    <nav
      aria-label="Kinds of mismatch"
      className="flex w-full shrink-0 flex-col gap-3 overflow-auto border-line border-b p-3 max-lg:max-h-56 lg:w-64 lg:border-r lg:border-b-0"
    >
      <p className="px-2 font-semibold">
        {number(all)} {all === 1 ? 'mismatch' : 'mismatches'}
      </p>
      {compared !== null && (
        <p className="px-2 text-[12px] text-muted">
          {number(compared.hrRows)} HR rows · {number(compared.people)} people ·{' '}
          {number(compared.endpoints)} endpoints · {number(compared.users)} users
        </p>
      )}
      <ul>{MISMATCH_KINDS.map((kind) => entry(kind, KIND_WORDS[kind], open.get(kind) ?? 0))}</ul>
      <p className="px-2 text-[12px] text-muted">Aside</p>
      <ul>
        {entry('aside', 'Set aside until a date', tally.aside)}
        {entry('unreadable', 'Lines that cannot be read', now.unreadable.count)}
      </ul>
    </nav>
  )
}
