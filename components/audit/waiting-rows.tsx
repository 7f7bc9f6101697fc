import { Skeleton } from '@/components/ui/skeleton'

/** The shape of what comes, once the wait is long enough to notice. */
export function WaitingRows() {
  return (
    <div role="status" aria-label="Gathering accesses" className="after-300ms flex flex-col">
      <div className="flex flex-col gap-2 border-line border-b px-4 py-4">
        <Skeleton className="h-3 w-full" />
        <Skeleton className="h-3 w-full" />
        <Skeleton className="h-3 w-full" />
      </div>
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((row) => (
        <div key={row} className="flex h-8 items-center gap-10 border-line border-b px-4">
          <Skeleton className="h-2.5 w-24" />
          <Skeleton className="h-2.5 w-28" />
          <Skeleton className="h-2.5 w-64" />
          <Skeleton className="h-2.5 w-40" />
        </div>
      ))}
    </div>
  )
}
