import type { Side } from '@/lib/contract/party-side'
import type { Peaks } from '@/lib/contract/peaks'
import type { Painted } from './speech'

/** The present theme's party colours, as the style sheet gives them. */
export function partyColours(): Record<Side | 'overlap', string> {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#888'
  return {
    internal: colour('internal'),
    external: colour('external'),
    overlap: colour('overlap'),
  }
}

/**
 * A fill that runs along the time axis: the side's colour, changed to another for each painted stretch. `widthPx` is
 * the canvas's own, device pixels included.
 */
export function paintAlong(
  widthPx: number,
  durationMs: number,
  { side, painted }: { side: Side; painted: readonly Painted[] },
  colours: Record<Side | 'overlap', string>,
): CanvasGradient | string {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null || painted.length === 0) return colours[side]
  const gradient = context.createLinearGradient(0, 0, widthPx, 0)
  const at = (ms: number) => Math.min(1, Math.max(0, ms / durationMs))
  gradient.addColorStop(0, colours[side])
  for (const stretch of inTurn(painted)) {
    // Two stops at one place make a hard edge.
    gradient.addColorStop(at(stretch.startMs), colours[side])
    gradient.addColorStop(at(stretch.startMs), colours[stretch.side])
    gradient.addColorStop(at(stretch.endMs), colours[stretch.side])
    gradient.addColorStop(at(stretch.endMs), colours[side])
  }
  return gradient
}

/** Painted stretches cut so that none lies under another; overlap wins. */
export function inTurn(painted: readonly Painted[]): Painted[] {
  const over = painted.filter((part) => part.side === 'overlap')
  const cut = painted
    .filter((part) => part.side !== 'overlap')
    .flatMap((part) => {
      let parts = [part]
      for (const top of over) {
        if (top.endMs <= part.startMs || top.startMs >= part.endMs) continue
        parts = parts.flatMap((piece) =>
          [
            { ...piece, endMs: Math.min(piece.endMs, top.startMs) },
            { ...piece, startMs: Math.max(piece.startMs, top.endMs) },
          ].filter((rest) => rest.endMs > rest.startMs),
        )
      }
      return parts
    })
  return [...cut, ...over].sort((a, b) => a.startMs - b.startMs)
}

/** The channels as wavesurfer.js draws them: 0 to 1 over the whole duration, nothing yet where nothing has arrived. */
export function fullLengthPeaks(peaks: Peaks, durationMs: number): Float32Array[] {
  const buckets = Math.max(1, Math.ceil(durationMs / peaks.bucketMs))
  return peaks.channels.map((channel) => {
    const full = new Float32Array(Math.max(buckets, peaks.complete ? channel.length : 0))
    for (let index = 0; index < full.length && index < channel.length; index++) {
      full[index] = (channel[index] ?? 0) / 127
    }
    return full
  })
}

/** The loudest moment of all channels, so that both are drawn to one scale; never so little that noise looks like speech. */
export function loudest(channels: readonly Float32Array[]): number {
  let most = 0.08
  for (const channel of channels) for (const value of channel) if (value > most) most = value
  return most
}
