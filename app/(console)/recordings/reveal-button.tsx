'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useReasons } from '@/components/reasons/reasons'
import { useViewer } from '@/components/shell/viewer'
import { Button } from '@/components/ui/button'
import { MaskSign } from '@/components/ui/mask-sign'
import { notify } from '@/components/ui/notify'
import type { Recording } from '@/lib/contract/recording'
import { Problem } from '@/lib/problem/problem'
import { recordingQuery } from '@/lib/query/recordings'
import { revealedQuery, revealRecording } from '@/lib/query/reveal'

/** Shows who is behind the pseudonyms of a recording until the page is left; each time is recorded. */
export function RevealButton({ recording }: { recording: Recording }) {
  const { id, tags } = recording
  const { pseudonyms } = useViewer()
  const { ask } = useReasons()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const masked = client.getQueryData(recordingQuery(id).queryKey)
  const revealed = client.getQueryData(revealedQuery(id).queryKey) !== undefined
  if (!pseudonyms || revealed || masked === undefined) return null

  const reveal = async (refused = false): Promise<void> => {
    const answer = await ask({ purpose: 'reveal', tags, refused })
    if (answer === 'cancelled') return
    try {
      const clear = await revealRecording(id, answer.reasonId)
      client.setQueryData(revealedQuery(id).queryKey, { clear, masked })
    } catch (error) {
      if (error instanceof Problem && error.slug === 'reason-required') return reveal(true)
      notify('The names stay masked', error instanceof Error ? error.message : undefined)
    }
  }
  return (
    <Button
      size="sm"
      disabled={busy}
      onClick={() => {
        setBusy(true)
        void reveal().finally(() => setBusy(false))
      }}
    >
      <MaskSign />
      Reveal names
    </Button>
  )
}
