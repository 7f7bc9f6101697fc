import { Skeleton } from '@/components/ui/skeleton'

const LISTS = ['tenant', 'token', 'connection', 'console']
const LINES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** The shape of the status page before its first answer. */
export function StatusWaiting() {
  return (
    <div className="flex flex-col gap-8 px-6 py-6" aria-busy="true">
      <span className="sr-only">Reading the status</span>
      <Skeleton className="h-10 w-96 max-w-full" />
      <div className="grid grid-cols-2 gap-10 min-[88rem]:grid-cols-4">
        {LISTS.map((list) => (
          <Skeleton key={list} className="h-32" />
        ))}
      </div>
      <div className="flex flex-col gap-2">
        {LINES.map((line) => (
          <Skeleton key={line} className="h-6" />
        ))}
      </div>
    </div>
  )
}
