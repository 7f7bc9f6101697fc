'use client'

import { ChevronDown } from 'lucide-react'
import { Menu, MenuChoice } from '../ui/menu'
import { Segmented } from '../ui/segmented'
import type { Player } from './player'
import { remember } from './remembered'
import { FASTEST, QUICK_SPEEDS, SLOWEST, speedLabel, steppedSpeed } from './speed'
import { usePlayerState } from './use-player'

const ALL = Array.from({ length: Math.round((FASTEST - SLOWEST) * 10) + 1 }, (_, index) =>
  steppedSpeed(SLOWEST, index),
).map((speed) => ({ value: String(speed), label: speedLabel(speed) }))
const QUICK = QUICK_SPEEDS.map((speed) => ({
  value: String(speed),
  label: speedLabel(speed),
  name: `Speed ${speedLabel(speed)}`,
}))

/** Sets a speed and remembers it for the next recording. */
export function chooseSpeed(player: Player, speed: number): void {
  player.setSpeed(speed)
  remember('speed', String(player.state().speed))
}

/** Three speeds at hand, and all of them in a menu. The pitch stays. */
export function SpeedControl({ player }: { player: Player }) {
  const speed = usePlayerState(player, (state) => state.speed)
  const quick = QUICK_SPEEDS.some((candidate) => candidate === speed)
  const choose = (value: string) => chooseSpeed(player, Number(value))
  return (
    <span className="inline-flex items-center">
      <Segmented
        label="Speed"
        value={String(speed)}
        onValueChange={choose}
        options={QUICK}
        size="md"
      />
      <Menu
        trigger={
          <button
            type="button"
            aria-label={`All speeds, now ${speedLabel(speed)}`}
            className="ml-0.5 inline-flex h-7.5 items-center rounded-md px-1 text-muted tabular-nums hover:bg-sunk hover:text-ink"
          >
            {quick ? null : <span className="font-semibold text-ink">{speedLabel(speed)}</span>}
            <ChevronDown size={14} aria-hidden />
          </button>
        }
      >
        <MenuChoice label="Speed" value={String(speed)} onValueChange={choose} options={ALL} />
      </Menu>
    </span>
  )
}
