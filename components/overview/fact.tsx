import { clsx } from 'clsx'

/** A number or a word with its name above it, within a `dl`. */
export function Fact({
  label,
  value,
  bad = false,
}: {
  label: string
  value: string
  bad?: boolean
}) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-[12px] text-muted">{label}</dt>
      <dd className={clsx('text-[15px] tabular-nums', bad ? 'text-danger' : 'font-semibold')}>
        {value}
      </dd>
    </div>
  )
}
