import { Fragment, type ReactNode } from 'react'

export type FactRow = readonly [name: string, value: ReactNode]

/** Names and values beside each other; what there is none of shows as a dash. `mono` for values as they came. */
export function FactList({ rows, mono = false }: { rows: readonly FactRow[]; mono?: boolean }) {
  return (
    <dl className="grid grid-cols-[minmax(8rem,auto)_1fr] gap-x-6 gap-y-1.5">
      {rows.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field of Focus may be called what one of ours is called
        <Fragment key={`${at} ${name}`}>
          <dt className="text-muted">{name}</dt>
          <dd className={mono ? 'break-all font-mono text-[12px]' : 'break-words'}>
            {value === null || value === undefined || value === '' ? '—' : value}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
