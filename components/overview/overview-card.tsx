import Link from 'next/link'
import type { ReactNode } from 'react'

type OverviewCardProps = {
  title: string
  /** Where the whole of it is. */
  href: string
  more: string
  children: ReactNode
}

/** One thing that somebody comes for, with the way to the whole of it. */
export function OverviewCard({ title, href, more, children }: OverviewCardProps) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <div className="flex items-baseline gap-3">
        <h2 className="truncate font-semibold">{title}</h2>
        <Link href={href} prefetch={false} className="ml-auto shrink-0 text-accent hover:underline">
          {more}
        </Link>
      </div>
      {children}
    </section>
  )
}
