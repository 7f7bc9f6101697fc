import type { Metadata } from 'next'
import { Apart } from '@/components/shell/apart'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Apart title="There is no page at this address">
      Check the address, or start from the front door. A recording’s address ends in its interaction
      id, a whole number.
    </Apart>
  )
}
