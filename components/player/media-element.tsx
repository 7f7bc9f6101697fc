'use client'

import { useEffect, useRef } from 'react'
import type { Player } from './player'

/** The element that sounds: hidden for audio, above the timeline for video. It has no source before Play. */
export function MediaElement({ player, video }: { player: Player; video: boolean }) {
  const ref = useRef<HTMLVideoElement & HTMLAudioElement>(null)
  useEffect(() => (ref.current === null ? undefined : player.attach(ref.current)), [player])
  if (!video) {
    // biome-ignore lint/a11y/useMediaCaption: the transcript stands beside it
    return <audio ref={ref} preload="none" hidden />
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: the transcript stands beside it
    <video
      ref={ref}
      preload="none"
      playsInline
      aria-label="Video"
      className="aspect-video max-h-[min(40vh,26rem)] w-full rounded-md bg-sunk object-contain"
    />
  )
}
