import { clsx } from 'clsx'
import { BrandMark } from '@/components/ui/brand-mark'

/** The mark and the name; the name is spoken but not shown where the rail is narrow. */
export function Brand({ always = false }: { always?: boolean }) {
  return (
    <span className="flex items-center gap-2.5 whitespace-nowrap font-semibold text-[13px]">
      <BrandMark />
      <span className={clsx(!always && 'sr-only rail-wide:not-sr-only')}>Focus Console</span>
    </span>
  )
}
