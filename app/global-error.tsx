'use client'

import './globals.css'
import { Apart } from '@/components/shell/apart'

/** Takes the place of the whole document when even its frame could not be drawn. */
export default function GlobalError() {
  return (
    <html lang="en-GB">
      <body>
        <title>Error · Focus Console</title>
        <Apart title="The console could not be drawn">
          Load it again; if it happens again, tell whoever runs this console.
        </Apart>
      </body>
    </html>
  )
}
