import type { Unreadable } from './worker-messages'

/** Lines no row could be made of, each with its number in the file and the reason. */
export function UnreadableList({ lines: { count, first } }: { lines: Unreadable }) {
  if (count === 0)
    return <p className="px-4 py-8 text-muted">Every line of the file could be read.</p>
  return (
    <section
      aria-label="Lines that cannot be read"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
      tabIndex={0}
      className="min-h-0 grow overflow-auto"
    >
      <table className="w-full">
        <thead className="sticky top-0 bg-page">
          <tr className="text-left text-[12px] text-muted">
            <th
              scope="col"
              className="w-20 border-line border-b px-4 py-1.5 text-right font-normal"
            >
              Line
            </th>
            <th scope="col" className="border-line border-b px-2 py-1.5 font-normal">
              Why
            </th>
            <th scope="col" className="border-line border-b px-2 py-1.5 font-normal">
              What stands there
            </th>
          </tr>
        </thead>
        <tbody>
          {first.map(({ line, reason, cells }) => (
            <tr key={`${line} ${reason}`} className="border-line border-b">
              <td className="px-4 py-1.5 text-right tabular-nums">
                {line.toLocaleString('en-GB')}
              </td>
              <td className="px-2 py-1.5">{reason}</td>
              <td className="max-w-96 truncate px-2 py-1.5 text-muted">{cells.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > first.length && (
        <p className="px-4 py-2 text-muted">
          The first {first.length.toLocaleString('en-GB')} of {count.toLocaleString('en-GB')}.
        </p>
      )}
    </section>
  )
}
