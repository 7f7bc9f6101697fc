/** Two parties, one above the other, in their colours. */
export function BrandMark({ size = 18 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" className="shrink-0">
      <path className="fill-internal" d="M6 2h8a4 4 0 0 1 4 4v3H2V6a4 4 0 0 1 4-4z" />
      <path className="fill-external" d="M2 11h16v3a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4z" />
    </svg>
  )
}
