/** What the colours of a drawing stand for. */
export function ChartLegend({
  entries,
}: {
  entries: readonly { name: string; background: string }[]
}) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-[12px] text-muted">
      {entries.map(({ name, background }) => (
        <li key={name} className="flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 rounded-[2px]" style={{ background }} />
          {name}
        </li>
      ))}
    </ul>
  )
}
