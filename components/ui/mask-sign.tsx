import { VenetianMask } from 'lucide-react'

/** Stands by names and numbers that are masked. */
export function MaskSign() {
  return (
    <VenetianMask size={13} role="img" aria-label="Masked" className="inline shrink-0 text-muted" />
  )
}
