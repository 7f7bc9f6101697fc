import { clsx } from 'clsx'

/** The shape of what comes. Appears after 300 ms; say what is awaited in the container's `aria-busy` text. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden className="after-300ms">
      <div
        className={clsx(
          'motion-safe:animate-[waiting_1.6s_ease-in-out_infinite] rounded bg-sunk',
          className,
        )}
      />
    </div>
  )
}
