import type { GatherProgress } from '@/lib/contract/access-event'
import type { RecordingPage } from '@/lib/contract/recording-search'
import type { AuditRead } from './read-focus-audit'
import type { Asked } from './wanted-event'

/** Counts a gathering. Nothing that could not be read is left out of the sum. */
export class GatherTally {
  /** Recordings that are read from Focus; grows while they are being found. */
  chosen = 0
  /** Recordings that would be read, were there no bound. */
  #known = 0
  #searched: number | null = null
  #allFound = false
  #read = 0
  #refused = 0
  #failed = 0
  #unreadable = 0
  events = 0

  readonly #most: number
  /** Recordings that are certain to be read before they are looked for; null when they must be found out. */
  readonly #expected: number | null

  constructor({ by, focus, most }: Asked) {
    this.#most = most
    this.#expected = focus ? (by.kind === 'recording' ? 1 : null) : 0
  }

  /** A recording that is meant; whether Focus is to be asked about it. */
  choose(): boolean {
    this.#known += 1
    if (this.chosen >= this.#most) return false
    this.chosen += 1
    return true
  }

  found(page: RecordingPage): void {
    this.#unreadable += page.unreadable
    this.#searched = page.total ?? this.#searched
  }

  /** All that are meant are known. */
  complete(): void {
    this.#allFound = true
  }

  read(audit: AuditRead): void {
    if (audit.state === 'read') {
      this.#read += 1
      this.#unreadable += audit.unreadable
    } else if (audit.state === 'refused') this.#refused += 1
    else this.#failed += 1
  }

  undated(rows: number): void {
    this.#unreadable += rows
  }

  progress(): GatherProgress {
    const inAll = Math.max(this.#known, this.#searched ?? 0)
    const told = this.#expected ?? (this.#searched === null ? null : inAll)
    const recordings = told === null ? null : Math.min(this.#most, Math.max(told, this.chosen))
    return {
      recordings: this.#allFound ? this.chosen : recordings,
      found: inAll > this.#most ? inAll : null,
      read: this.#read,
      refused: this.#refused,
      failed: this.#failed,
      unreadable: this.#unreadable,
      events: this.events,
    }
  }
}
