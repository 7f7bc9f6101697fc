import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { formatPhone } from '@/lib/format/phone'
import { personHref } from '@/lib/url/people-url'
import type { Match } from './look-up-sheet'

const HEAD = 'border-line border-b py-1 pr-4 text-left font-normal text-[12px] text-muted'

/** What each pasted value is, in the order pasted. */
export function MatchTable({
  rows,
  maySeePeople,
}: {
  rows: readonly Match[]
  maySeePeople: boolean
}) {
  return (
    <table className="w-full max-w-4xl [overflow-wrap:anywhere]">
      <thead>
        <tr>
          {['As pasted', 'In Focus', 'Type', 'Owner', ''].map((title) => (
            <th key={title} scope="col" className={HEAD}>
              {title === '' ? <span className="sr-only">Active</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.flatMap(({ value, endpoints }) =>
          endpoints.length === 0
            ? [
                <tr key={value} className="border-line border-b">
                  <td className="py-1.5 pr-4 tabular-nums">{value}</td>
                  <td colSpan={4} className="py-1.5 text-external">
                    not found
                  </td>
                </tr>,
              ]
            : endpoints.map((endpoint) => (
                <tr key={`${value}|${endpoint.endpointId}`} className="border-line border-b">
                  <td className="py-1.5 pr-4 tabular-nums">{value}</td>
                  <td className="py-1.5 pr-4 tabular-nums">{formatPhone(endpoint.value ?? '—')}</td>
                  <td className="py-1.5 pr-4 text-muted">{endpoint.type ?? '—'}</td>
                  <td className="py-1.5 pr-4">
                    {endpoint.personId === null ? (
                      <span className="text-external">nobody</span>
                    ) : maySeePeople ? (
                      <Link
                        href={personHref(endpoint.personId)}
                        prefetch={false}
                        className="rounded text-accent underline underline-offset-3"
                      >
                        {endpoint.personName ?? `Person ${endpoint.personId}`}
                      </Link>
                    ) : (
                      (endpoint.personName ?? `Person ${endpoint.personId}`)
                    )}
                  </td>
                  <td className="py-1.5">
                    {endpoint.active === false && <Badge tone="warning">not active</Badge>}
                  </td>
                </tr>
              )),
        )}
      </tbody>
    </table>
  )
}
