'use client'

import { clsx } from 'clsx'
import {
  Activity,
  AudioLines,
  CalendarClock,
  GitCompare,
  KeyRound,
  LayoutDashboard,
  Phone,
  ScanEye,
  Users,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Tooltip } from '@/components/ui/tooltip'
import { entryOf, type NavigationEntry, openPages } from './navigation'
import { usePageHref } from './use-page-href'
import { useViewer } from './viewer'

const ICONS = {
  overview: LayoutDashboard,
  recordings: AudioLines,
  people: Users,
  endpoints: Phone,
  users: KeyRound,
  retention: CalendarClock,
  audit: ScanEye,
  reconcile: GitCompare,
  status: Activity,
} as const

type RailEntriesProps = {
  /** Icons alone; the words show as tooltips. */
  narrow: boolean
  /** Words always, whatever the width: in the folded-out rail. */
  always?: boolean
  onFollow?: () => void
}

export function RailEntries({ narrow, always = false, onFollow }: RailEntriesProps) {
  const { permissions } = useViewer()
  const current = entryOf(usePathname())
  const hrefOf = usePageHref()
  const linkTo = (entry: NavigationEntry) =>
    entryLink({ ...entry, href: hrefOf(entry) }, entry === current, always, onFollow)
  return (
    <ul className="flex flex-col gap-0.5">
      {openPages(permissions).map((entry) => (
        <li key={entry.href}>
          {narrow ? (
            <Tooltip side="right" delay={200} content={entry.label}>
              {linkTo(entry)}
            </Tooltip>
          ) : (
            linkTo(entry)
          )}
        </li>
      ))}
    </ul>
  )
}

function entryLink(
  entry: NavigationEntry,
  current: boolean,
  always: boolean,
  onFollow: (() => void) | undefined,
) {
  const Icon = ICONS[entry.icon]
  return (
    <Link
      href={entry.href}
      prefetch={false}
      {...(onFollow !== undefined && { onClick: onFollow })}
      aria-current={current ? 'page' : undefined}
      className={clsx(
        'flex h-8 items-center gap-2.5 rounded-md px-2.5 transition-colors hover:bg-sunk hover:text-ink',
        current ? 'bg-sunk font-semibold text-ink' : 'text-muted',
      )}
    >
      <Icon size={16} aria-hidden className="shrink-0" />
      <span className={clsx(!always && 'sr-only rail-wide:not-sr-only')}>{entry.label}</span>
    </Link>
  )
}
