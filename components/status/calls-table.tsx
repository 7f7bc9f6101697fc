import { clsx } from 'clsx'
import { Badge } from '@/components/ui/badge'
import type { CallStatus } from '@/lib/contract/status'
import { callLabel, rightState, type WriteInstant } from './status-words'

type CallsTableProps = { calls: readonly CallStatus[]; writeShort: WriteInstant }

const HEAD =
  'h-8 whitespace-nowrap border-line border-b px-3 text-left font-medium text-muted first:pl-0 last:pr-0'
const CELL = 'h-8 py-1 whitespace-nowrap border-line border-b px-3 first:pl-0 last:pr-0'
const FIGURE = 'text-right tabular-nums'

/** The fifteen Focus calls, with the rights of the service user as found. */
export function CallsTable({ calls, writeShort }: CallsTableProps) {
  return (
    <section aria-labelledby="calls-title">
      <h2 id="calls-title" className="font-semibold">
        What the service user may do
      </h2>
      <p className="mt-0.5 mb-2 max-w-prose text-muted">
        Focus does not tell which rights it gave; they are found by use. A right counts as granted
        once its call has answered, and as missing after Focus refused it. Figures are since this
        console started.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="overflow-x-auto" aria-label="Focus calls" tabIndex={0}>
        <table className="w-full border-collapse">
          <thead>
            <tr>
              <th className={HEAD}>Call</th>
              <th className={HEAD}>Right</th>
              <th className={HEAD}>Found</th>
              <th className={clsx(HEAD, 'text-right')}>Calls</th>
              <th className={clsx(HEAD, 'text-right')}>Failures</th>
              <th className={clsx(HEAD, 'text-right')}>Unread</th>
              <th className={clsx(HEAD, 'text-right')}>Last answer</th>
              <th className={clsx(HEAD, 'text-right')}>Median</th>
              <th className={HEAD}>Last asked</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <CallRow key={call.name} call={call} writeShort={writeShort} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function CallRow({ call, writeShort }: { call: CallStatus; writeShort: WriteInstant }) {
  const found = rightState(call)
  // "There is none" is an answer; the other refusals are not.
  const failed = call.lastStatus !== null && call.lastStatus >= 400 && call.lastStatus !== 404
  return (
    <tr>
      <th scope="row" className={clsx(CELL, 'text-left font-medium')}>
        {callLabel(call.name)}
        <span className="block font-mono font-normal text-[11px] text-muted">
          {call.method} {call.path}
        </span>
      </th>
      <td className={CELL}>{call.right ?? <span className="text-muted">none needed</span>}</td>
      <td className={CELL}>
        <Badge tone={found.tone}>{found.label}</Badge>
      </td>
      <td className={clsx(CELL, FIGURE)}>{call.calls}</td>
      <td className={clsx(CELL, FIGURE, call.failures > 0 && 'text-danger')}>{call.failures}</td>
      <td className={clsx(CELL, FIGURE, call.unreadable > 0 && 'text-danger')}>
        {call.unreadable}
      </td>
      <td className={clsx(CELL, FIGURE, failed && 'text-danger')}>{call.lastStatus ?? '—'}</td>
      <td className={clsx(CELL, FIGURE)}>
        {call.medianMs === null ? '—' : `${Math.round(call.medianMs)} ms`}
      </td>
      <td className={clsx(CELL, 'text-muted tabular-nums')}>
        {call.lastCallUtc === null ? '—' : writeShort(call.lastCallUtc)}
      </td>
    </tr>
  )
}
