'use client'

import { useShortcut } from '../ui/shortcut'
import { toggleSkipSilence } from './controls'
import type { Player } from './player'
import { steppedSpeed } from './speed'
import { chooseSpeed } from './speed-control'

const GROUP = 'Player'

type PlayerKeys = {
  player: Player
  durationMs: number
  /** False where there is nothing to hear: keys that move through time stay, Play does not. */
  mayPlay: boolean
  onGoTo: () => void
  onCopyLink: () => void
}

/** Every key of the player. */
export function usePlayerKeys(options: PlayerKeys): void {
  const { player, durationMs, mayPlay, onGoTo, onCopyLink } = options
  const anywhere = { group: GROUP, onSliders: true }
  const skip = (byMs: number) => () => player.skip(byMs)
  const faster = (steps: number) => () =>
    chooseSpeed(player, steppedSpeed(player.state().speed, steps))

  useShortcut('Space', 'Play or pause', player.toggle, { ...anywhere, enabled: mayPlay })
  useShortcut('k', 'Pause', player.pause, anywhere)
  useShortcut('j', 'Back 5 seconds', skip(-5_000), anywhere)
  useShortcut('l', 'Forward 5 seconds', skip(5_000), anywhere)
  // On the slider itself the arrows are the slider's own.
  useShortcut('ArrowLeft', 'Back 5 seconds', skip(-5_000), { group: GROUP })
  useShortcut('ArrowRight', 'Forward 5 seconds', skip(5_000), { group: GROUP })
  useShortcut(['shift+ArrowLeft', 'shift+j'], 'Back 15 seconds', skip(-15_000), { group: GROUP })
  useShortcut(['shift+ArrowRight', 'shift+l'], 'Forward 15 seconds', skip(15_000), {
    group: GROUP,
  })
  useShortcut(',', 'Back a tenth of a second', skip(-100), anywhere)
  useShortcut('.', 'Forward a tenth of a second', skip(100), anywhere)
  useShortcut(
    ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    'Jump to a tenth of the recording',
    (event) => player.seek((durationMs * Number(event.key)) / 10),
    anywhere,
  )
  useShortcut('g', 'Go to a time', onGoTo, anywhere)
  useShortcut('[', 'Slower', faster(-1), anywhere)
  useShortcut(']', 'Faster', faster(1), anywhere)
  useShortcut('s', 'Skip silence', () => toggleSkipSilence(player), anywhere)
  useShortcut('c', 'Copy a link to this second or the marked range', onCopyLink, anywhere)
}
