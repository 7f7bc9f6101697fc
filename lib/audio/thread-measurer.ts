import { type Coding, DecodeThread } from './decode-thread'
import type { Measurer } from './measure'
import { PeakMeter } from './peak-meter'
import { Turns } from './turns'

/** Compressed bytes a turn: seconds of sound, a few megabytes decoded. */
const SLICE = 16 * 1024

/** Threads at once, however many play: each wants a core and some 40 MB. */
const threads = new Turns(2)

/**
 * Measures MP3 or Ogg/Opus, decoding in a thread. `mono` says that the media has one channel, which the MP3
 * decoder gives twice.
 */
export function threadMeasurer(coding: Coding, mono: boolean): Measurer {
  let meter: PeakMeter | null = null
  let thread: DecodeThread | null = null
  let giveBack: (() => void) | null = null
  let stopped = false

  const running = async () => {
    if (thread) return thread
    giveBack = await threads.take()
    if (stopped) {
      giveBack()
      throw new Error('The measurement was stopped')
    }
    thread = new DecodeThread(coding)
    return thread
  }
  const measure = async (bytes: Uint8Array | null) => {
    const { sampleRate, channels, frames } = await (await running()).decode(bytes)
    if (frames === 0) return
    const planes = mono ? channels.slice(0, 1) : channels
    meter ??= new PeakMeter(sampleRate, planes.length)
    meter.pushPlanar(planes, frames)
  }

  return {
    get meter() {
      return meter
    },
    async push(bytes) {
      for (let at = 0; at < bytes.length; at += SLICE) await measure(bytes.slice(at, at + SLICE))
    },
    async end() {
      await measure(null)
      if (meter === null) throw new Error('Not one frame of sound could be decoded')
      meter.finish()
    },
    stop() {
      stopped = true
      thread?.stop()
      giveBack?.()
    },
  }
}
