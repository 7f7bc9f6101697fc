'use client'

import { Apart } from '@/components/shell/apart'
import { Button } from '@/components/ui/button'

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <Apart
      title="This page met an error it did not expect"
      action={<Button onClick={reset}>Try again</Button>}
    >
      Nothing was lost on the server. Try again; if it happens again, tell whoever runs this console
      what you were doing.
    </Apart>
  )
}
