import type { SentenceSound } from '../speech/sentence-sound'
import type { Placed } from '../speech/timeline'

/** A line and how it sounds. */
export type Heard = Placed & { sound: SentenceSound }

/**
 * How a call of one format is laid out: a head, then units of equal size (samples, frames or pages), the
 * last of which may be shorter. Any unit can be written without those before it.
 */
export type Layout = {
  readonly mediaType: string
  readonly head: Uint8Array
  readonly unitBytes: number
  /** Milliseconds of the call in a unit; may be a fraction. */
  readonly unitMs: number
  /** Head and all units together. */
  readonly sizeBytes: number
  /** Writes units `first` up to `end` to the start of `target`, which is all zeros, from the lines heard around them. */
  write(target: Uint8Array, first: number, end: number, heard: readonly Heard[]): void
}
