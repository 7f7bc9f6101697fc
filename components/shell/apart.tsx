import type { ReactNode } from 'react'
import { BrandMark } from '@/components/ui/brand-mark'
import { buttonClass } from '@/components/ui/button-class'
import { PAGES } from '@/lib/url/pages'

type ApartProps = { title: string; children: ReactNode; action?: ReactNode }

/** A page that stands apart from the shell: nothing here, or something broke. */
export function Apart({ title, children, action }: ApartProps) {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-4 py-10">
      <div className="w-full max-w-100">
        <BrandMark size={32} />
        <h1 className="mt-5 font-semibold text-[20px] leading-tight tracking-tight">{title}</h1>
        <p className="mt-2 text-[14px] text-muted">{children}</p>
        <div className="mt-5 flex gap-2">
          {action}
          {/* A whole load: whatever broke is left behind. */}
          <a href={PAGES.home} className={buttonClass()}>
            Go to the front door
          </a>
        </div>
      </div>
    </main>
  )
}
