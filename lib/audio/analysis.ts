import type { Container } from './container'
import type { Download } from './download'
import { type Measurer, Unmeasured } from './measure'
import { measurerOf } from './measurer-of'
import { dataBytesOf } from './media-view'
import { WAV_FORMAT, type WavHeader } from './wav-header'

const CHUNK = 128 * 1024

/** What the recording's details say of its media; guesses, good enough for an estimate. */
export type Hints = { durationMs: number | null; sizeBytes: number | null }

/** What is known of the sound of one download, measured from its own bytes as they arrive. */
export class Analysis {
  readonly #download: Download
  readonly #container: Container
  readonly #hints: Hints
  readonly #measurer: Measurer | null
  #unavailable: string | null = null
  #consumed = 0
  #complete = false
  /** Settles, never rejects, when there is nothing more to measure. */
  readonly ended: Promise<void>

  constructor(download: Download, container: Container, hints: Hints, stop: AbortSignal) {
    this.#download = download
    this.#container = container
    this.#hints = hints
    const measurer = measurerOf(container)
    if ('unavailable' in measurer) {
      this.#measurer = null
      this.#unavailable = measurer.unavailable
      this.ended = Promise.resolve()
    } else {
      this.#measurer = measurer
      this.ended = this.#run(measurer, stop)
    }
  }

  get meter() {
    return this.#measurer?.meter ?? null
  }

  get unavailable(): string | null {
    return this.#unavailable
  }

  get complete(): boolean {
    return this.#complete
  }

  /** Exact once complete; before, by the header, by the share of bytes gone through, or as Focus stated. */
  durationMs(): number | null {
    const meter = this.meter
    if (this.#complete && meter) return meter.coveredMs
    const total = this.#download.total
    if (this.#container.kind === 'wav') {
      const ms = wavDurationMs(this.#container.header, total)
      if (ms !== null) return ms
    }
    const byShare = (bytes: number | null) =>
      meter && bytes !== null && this.#consumed >= Math.min(bytes / 20, 65_536)
        ? Math.max(meter.coveredMs, (meter.takenMs * bytes) / this.#consumed)
        : null
    return byShare(total) ?? this.#hints.durationMs ?? byShare(this.#hints.sizeBytes)
  }

  async #run(measurer: Measurer, stop: AbortSignal): Promise<void> {
    const halt = () => measurer.stop()
    stop.addEventListener('abort', halt, { once: true })
    try {
      while (await this.#download.reaches(this.#consumed, stop)) {
        await this.#download.atEase(stop)
        const bytes = await this.#download.file.read(this.#consumed, CHUNK)
        await measurer.push(bytes)
        this.#consumed += bytes.length
      }
      await measurer.end()
      this.#complete = true
    } catch (cause) {
      // A cut or abandoned download keeps the waveform it has; only a decoder's own failure is told here.
      if (!stop.aborted && this.#download.state !== 'failed') {
        this.#unavailable =
          cause instanceof Unmeasured
            ? cause.message
            : 'No waveform: the sound of this media could not be decoded.'
      }
    } finally {
      stop.removeEventListener('abort', halt)
      measurer.stop()
    }
  }
}

function wavDurationMs(header: WavHeader, total: number | null): number | null {
  const bytes = dataBytesOf(header, total)
  if (bytes === null) return null
  const samplesPerBlock = header.formatTag === WAV_FORMAT.gsm ? 320 : 1
  return (Math.floor(bytes / header.blockAlign) * samplesPerBlock * 1000) / header.sampleRate
}
