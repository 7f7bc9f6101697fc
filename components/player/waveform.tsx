'use client'

import { useEffect, useRef } from 'react'
import WaveSurfer from 'wavesurfer.js'
import type { Peaks } from '@/lib/contract/peaks'
import type { Recording } from '@/lib/contract/recording'
import type { Utterance } from '@/lib/contract/transcript'
import { usePreferences } from '../ui/preferences'
import type { Player } from './player'
import { paintOfChannel } from './speech'
import { WAVE_HEIGHT } from './timeline'
import { fullLengthPeaks, loudest, paintAlong, partyColours } from './waveform-paint'

type WaveformProps = {
  player: Player
  peaks: Peaks
  durationMs: number
  recording: Pick<Recording, 'direction' | 'parties'>
  utterances: readonly Utterance[]
}

/**
 * The waveform of the media under way: one row a channel, in party colours, the part ahead faint. It follows the
 * player's own media element and takes new peaks without touching it.
 */
export function Waveform(props: WaveformProps) {
  const { player, peaks, durationMs, recording, utterances } = props
  const { shownTheme } = usePreferences()
  const box = useRef<HTMLDivElement>(null)
  const surfer = useRef<WaveSurfer | null>(null)
  const channelCount = peaks.channels.length
  const rowHeight = WAVE_HEIGHT / Math.max(1, channelCount)
  const latest = useRef({ peaks, durationMs })
  latest.current = { peaks, durationMs }

  useEffect(() => {
    const media = player.element()
    if (box.current === null || media === null) return
    const created = WaveSurfer.create({
      container: box.current,
      media,
      // Without peaks it would fetch and decode the media itself: a second request for it.
      peaks: fullLengthPeaks(latest.current.peaks, latest.current.durationMs),
      duration: latest.current.durationMs / 1000,
      height: rowHeight,
      barWidth: 2,
      barGap: 1,
      barRadius: 1,
      cursorWidth: 0,
      interact: false,
      hideScrollbar: true,
      autoScroll: false,
      // Its shadow root brings a style element; the page's own nonce lets it in.
      cspNonce: document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '',
    })
    surfer.current = created
    return () => {
      surfer.current = null
      created.destroy()
    }
  }, [player, rowHeight])

  // The theme changes the colours that `partyColours` reads, and a new row height makes a new drawing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const target = box.current
    if (target === null) return
    const paint = () => {
      const colours = partyColours()
      const widthPx = target.clientWidth * Math.max(1, window.devicePixelRatio)
      surfer.current?.setOptions({
        splitChannels: Array.from({ length: channelCount }, (_, channel) => {
          const along = paintOfChannel(recording, utterances, channel, channelCount)
          const colour = paintAlong(widthPx, durationMs, along, colours)
          // The types know a gradient but not one of each: the library fills with whatever it is given.
          return { waveColor: colour, progressColor: colour }
        }),
      })
    }
    paint()
    const observer = new ResizeObserver(paint)
    observer.observe(target)
    return () => observer.disconnect()
  }, [channelCount, durationMs, recording, utterances, shownTheme, rowHeight])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new row height makes a new drawing
  useEffect(() => {
    const media = player.element()
    const drawn = surfer.current
    if (drawn === null || media === null || media.currentSrc === '') return
    const channels = fullLengthPeaks(peaks, durationMs)
    drawn.options.maxPeak = loudest(channels)
    drawn.options.normalize = true
    // The same address: the element keeps its source and goes on playing. A later load supersedes this one.
    drawn.load(media.currentSrc, channels, durationMs / 1000).catch(() => undefined)
  }, [player, peaks, durationMs, rowHeight])

  return (
    <div
      ref={box}
      aria-hidden="true"
      data-waveform={peaks.complete ? 'complete' : 'arriving'}
      className="absolute inset-0 [&>div::part(canvases)]:opacity-38"
    />
  )
}
