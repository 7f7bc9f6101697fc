'use client'

import Link from 'next/link'
import { Rectangle, type RectangleProps } from 'recharts'

type MarkProps = Pick<RectangleProps, 'x' | 'y' | 'width' | 'height' | 'fill' | 'radius'> & {
  href: string | null
  label: string
}

/**
 * One mark of a drawing: it leads to the recordings it counts. The drawing is for the pointer; with keys and for a screen
 * reader the table behind it has the same links.
 */
export function Mark({ href, label, ...shape }: MarkProps) {
  const { x, y, width, height, fill, radius } = shape
  if (!width || !height) return null // nothing is counted, nothing is there to open
  const drawn = (
    <Rectangle
      {...(x !== undefined && { x })}
      {...(y !== undefined && { y })}
      {...(width !== undefined && { width })}
      {...(height !== undefined && { height })}
      {...(fill !== undefined && { fill })}
      {...(radius !== undefined && { radius })}
      isAnimationActive={false}
    />
  )
  if (href === null) return drawn
  return (
    <Link
      href={href}
      prefetch={false}
      tabIndex={-1}
      aria-label={label}
      className="hover:opacity-75"
    >
      {drawn}
    </Link>
  )
}
