import { clsx } from 'clsx'
import Link from 'next/link'
import { opensWords } from './opens-words'
import type { Behind } from './recordings-behind'

/** A number that leads to the recordings it counts; without an address only a number. */
export type CountCell = Behind & { count: number; note?: string }

type ChartTableProps = {
  label: string
  /** The first is the name of a row. */
  heads: readonly string[]
  rows: readonly { key: string; name: string; href: string | null; cells: readonly CountCell[] }[]
}

/** The numbers behind a drawing, each a link to the recordings it counts. */
export function ChartTable({ label, heads, rows }: ChartTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section className="max-h-72 overflow-auto" aria-label={`${label}: the numbers`} tabIndex={0}>
      <table className="w-full border-collapse">
        <thead className="sticky top-0 bg-page">
          <tr>
            {heads.map((head, at) => (
              <th
                key={head}
                scope="col"
                className={clsx(
                  'whitespace-nowrap border-line border-b px-2 py-1 font-normal text-[12px] text-muted',
                  at === 0 ? 'text-left' : 'text-right',
                )}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, href, cells }) => (
            <tr key={key} className="hover:bg-sunk">
              <th scope="row" className="max-w-64 truncate px-2 py-1 text-left font-normal">
                {href === null ? name : <CountLink href={href}>{name}</CountLink>}
              </th>
              {cells.map(({ count, href: to, opens, note }, at) => (
                <td key={heads[at + 1]} className="px-2 py-1 text-right tabular-nums">
                  {to === null || count === 0 ? (
                    <span className={count === 0 ? 'text-faint' : undefined}>
                      {note ?? count.toLocaleString('en-GB')}
                    </span>
                  ) : (
                    <CountLink href={to} {...(opens !== undefined && { opens })}>
                      {note ?? count.toLocaleString('en-GB')}
                    </CountLink>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type CountLinkProps = { href: string; opens?: number; children: string }

function CountLink({ href, opens, children }: CountLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="hover:underline"
      {...(opens !== undefined && { title: opensWords(opens) })}
    >
      {children}
      {opens !== undefined && <span className="sr-only">, {opensWords(opens)}</span>}
    </Link>
  )
}
