import { FactList, type FactRow } from './fact-list'

type AllFieldsProps = {
  /** As this console received it. */
  of: { otherFields: Readonly<Record<string, unknown>> } & object
}

/** Every field of something, folded away: known ones under our names, then the rest under those they came with. */
export function AllFields({ of: { otherFields, ...known } }: AllFieldsProps) {
  const rows = [...Object.entries(known), ...Object.entries(otherFields)].map(
    ([name, value]): FactRow => [
      name,
      value === null || typeof value === 'string' ? value : JSON.stringify(value),
    ],
  )
  return (
    <details>
      <summary className="rounded font-semibold">All fields</summary>
      <p className="my-2 text-[12px] text-muted">
        As this console received them. Fields it has no name for stand at the end.
      </p>
      <FactList rows={rows} mono />
    </details>
  )
}
