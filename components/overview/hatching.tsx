/** Stripes, for what has no colour of its own: the same in a drawing and in its legend. */
export const HATCHED =
  'repeating-linear-gradient(135deg, var(--muted) 0 1.5px, var(--sunk) 1.5px 4px)'

/** The stripes as a fill, `url(#id)`, within the drawing. */
export function Hatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="4"
        height="4"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="4" height="4" fill="var(--sunk)" />
        <rect width="1.5" height="4" fill="var(--muted)" />
      </pattern>
    </defs>
  )
}
