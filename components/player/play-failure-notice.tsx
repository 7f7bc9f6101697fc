'use client'

import { ProblemNotice } from '../problem/problem-notice'
import { Button } from '../ui/button'
import type { Player } from './player'
import { usePlayerState } from './use-player'

/** Why it does not play, in the player's own place; the transcript beneath stays readable. */
export function PlayFailureNotice({ player }: { player: Player }) {
  const failure = usePlayerState(player, (state) => state.failure)
  if (failure === null) return null
  if (failure.kind === 'problem') {
    return <ProblemNotice error={failure.error} onRetry={player.play} />
  }
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 rounded-md bg-danger-ground p-3">
      <p className="grow">
        {failure.kind === 'format'
          ? 'This media is in a format that neither this browser plays nor this console can decode. The transcript below can still be read.'
          : 'The media broke off while it was playing. The position is kept.'}
      </p>
      {failure.kind === 'broken-off' && <Button onClick={player.play}>Try again from here</Button>}
    </div>
  )
}
