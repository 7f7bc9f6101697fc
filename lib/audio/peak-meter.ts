/** Buckets a second at the base resolution: one for every 20 ms. */
const BUCKETS_PER_SEC = 50
export const BASE_BUCKET_MS = 1000 / BUCKETS_PER_SEC

/** A channel below this is silent. */
export const SILENCE_THRESHOLD_DB = -45
const SILENCE_LEVEL = 10 ** (SILENCE_THRESHOLD_DB / 20)
const SILENCE_BUCKETS = 1500 / BASE_BUCKET_MS

export type Silence = { startMs: number; endMs: number }

/**
 * Measures loudness as samples go by: for each channel and each 20 ms the greatest absolute sample, and the
 * stretches in which every channel is silent. Holds 50 bytes a second a channel and no sound.
 */
export class PeakMeter {
  readonly sampleRate: number
  readonly #channels: Uint8Array[]
  readonly #running: Float64Array
  readonly #silences: Silence[] = []
  #silentFrom: number | null = null
  #bucket = 0
  #bucketEnd: number
  #frames = 0
  #finished = false

  constructor(sampleRate: number, channels: number) {
    this.sampleRate = sampleRate
    this.#channels = Array.from({ length: channels }, () => new Uint8Array(4096))
    this.#running = new Float64Array(channels)
    this.#bucketEnd = this.#endOf(0)
  }

  get channelCount(): number {
    return this.#channels.length
  }

  /** Milliseconds of sound measured, whole buckets only until `finish`. */
  get coveredMs(): number {
    return this.#finished ? (this.#frames / this.sampleRate) * 1000 : this.#bucket * BASE_BUCKET_MS
  }

  /** Milliseconds of sound taken in. */
  get takenMs(): number {
    return (this.#frames / this.sampleRate) * 1000
  }

  /** Takes samples of -1 to 1, channels by turns. */
  pushInterleaved(samples: Float32Array, frames: number): void {
    const count = this.#channels.length
    let frame = 0
    while (frame < frames) {
      const until = Math.min(frames, frame + this.#bucketEnd - this.#frames)
      for (let channel = 0; channel < count; channel++) {
        let peak = this.#running[channel] ?? 0
        for (let at = frame * count + channel; at < until * count; at += count) {
          const size = Math.abs(samples[at] ?? 0)
          if (size > peak) peak = size
        }
        this.#running[channel] = peak
      }
      this.#advance(until - frame)
      frame = until
    }
  }

  /** Takes samples of -1 to 1, one array a channel. */
  pushPlanar(samples: readonly Float32Array[], frames: number): void {
    let frame = 0
    while (frame < frames) {
      const until = Math.min(frames, frame + this.#bucketEnd - this.#frames)
      for (let channel = 0; channel < this.#channels.length; channel++) {
        const plane = samples[channel]
        if (plane === undefined) continue
        let peak = this.#running[channel] ?? 0
        for (let at = frame; at < until; at++) {
          const size = Math.abs(plane[at] ?? 0)
          if (size > peak) peak = size
        }
        this.#running[channel] = peak
      }
      this.#advance(until - frame)
      frame = until
    }
  }

  /** No more samples: the last bucket is what there is of it. */
  finish(): void {
    if (this.#finished) return
    this.#finished = true
    const start = this.#bucket === 0 ? 0 : this.#endOf(this.#bucket - 1)
    if (this.#frames > start) this.#close()
    this.#endSilence(this.coveredMs)
  }

  /**
   * At most `points` buckets over `totalMs` (or over what is covered, when that is more), each the greatest
   * of the base buckets it spans.
   */
  aggregate(points: number, totalMs: number): { bucketMs: number; channels: number[][] } {
    const total = Math.max(this.#bucket, Math.ceil(totalMs / BASE_BUCKET_MS))
    const span = Math.max(1, Math.ceil(total / points))
    const channels = this.#channels.map((peaks) => {
      const out: number[] = []
      for (let from = 0; from < this.#bucket; from += span) {
        let peak = 0
        const until = Math.min(this.#bucket, from + span)
        for (let at = from; at < until; at++) peak = Math.max(peak, peaks[at] ?? 0)
        out.push(peak)
      }
      return out
    })
    return { bucketMs: span * BASE_BUCKET_MS, channels }
  }

  /** Silences of at least 1.5 s so far, one still going on included. */
  silences(): Silence[] {
    const from = this.#silentFrom
    if (from === null || this.#bucket - from < SILENCE_BUCKETS) return [...this.#silences]
    return [...this.#silences, { startMs: from * BASE_BUCKET_MS, endMs: this.coveredMs }]
  }

  /** The first frame after a bucket. Rates that 50 does not divide share the remainder out. */
  #endOf(bucket: number): number {
    return Math.ceil(((bucket + 1) * this.sampleRate) / BUCKETS_PER_SEC)
  }

  #advance(frames: number): void {
    this.#frames += frames
    if (this.#frames >= this.#bucketEnd) this.#close()
  }

  #close(): void {
    const at = this.#bucket
    let loudest = 0
    for (const [channel, peaks] of this.#channels.entries()) {
      const peak = this.#running[channel] ?? 0
      if (peak > loudest) loudest = peak
      const store = at < peaks.length ? peaks : grown(peaks)
      store[at] = Math.min(127, Math.round(peak * 127))
      this.#channels[channel] = store
    }
    this.#running.fill(0)
    if (loudest < SILENCE_LEVEL) this.#silentFrom ??= at
    else this.#endSilence(at * BASE_BUCKET_MS)
    this.#bucket++
    this.#bucketEnd = this.#endOf(this.#bucket)
  }

  #endSilence(endMs: number): void {
    const from = this.#silentFrom
    this.#silentFrom = null
    if (from === null) return
    const startMs = from * BASE_BUCKET_MS
    if (endMs - startMs >= SILENCE_BUCKETS * BASE_BUCKET_MS) this.#silences.push({ startMs, endMs })
  }
}

function grown(peaks: Uint8Array): Uint8Array {
  const larger = new Uint8Array(peaks.length * 2)
  larger.set(peaks)
  return larger
}
