import type { Interval } from '@/lib/contract/ledger'
import { createHeard, type Heard } from './heard'

/** Not more often than this is told what was heard, while there is news. */
export const REPORT_EVERY_MS = 15_000
/** What a browser lets a page send while it is closed is 64 KiB over all its requests, so a report tells of fewer. */
export const MOST_STRETCHES_TOLD = 700

/** One report of all that was heard since Play; rejects when it did not arrive. */
export type ReportHeard = (report: {
  listening: string
  heard: Interval[]
  ended: boolean
}) => Promise<void>

type Current = {
  id: string
  heard: Heard
  /** The media came, so the server knows of this listening. */
  opened: boolean
  /** `heard.changes()` as it was last told. */
  told: number
  inFlight: boolean
  timer: ReturnType<typeof setInterval>
}

/**
 * Tells the server what is heard from one press of Play until the recording is left: every 15 seconds while there is
 * news, and at once when the media is over, hidden or left. What did not arrive goes with the next; nothing of it ever
 * disturbs the playing.
 */
export function createListening(report: ReportHeard, newId: () => string) {
  let current: Current | null = null

  function send(listening: Current, { ended = false, atOnce = false } = {}): void {
    const { heard } = listening
    const changes = heard.changes()
    const news = changes > listening.told
    if (!listening.opened || !(news || ended)) return
    if (listening.inFlight && !atOnce && !ended) return
    listening.inFlight = true
    report({ listening: listening.id, heard: heard.intervals(MOST_STRETCHES_TOLD), ended })
      .then(
        () => {
          listening.told = Math.max(listening.told, changes)
        },
        // It goes with the next.
        () => undefined,
      )
      .finally(() => {
        listening.inFlight = false
      })
  }

  return {
    /** Play was pressed. Goes on with the present listening where there is one. */
    begin(): void {
      if (current !== null) return
      const begun: Current = {
        id: newId(),
        heard: createHeard(),
        opened: false,
        told: 0,
        inFlight: false,
        timer: setInterval(() => send(begun), REPORT_EVERY_MS),
      }
      current = begun
    },
    id: () => current?.id,
    opened(): void {
      if (current !== null) current.opened = true
    },
    /** The media plays, or has just stopped, and stands here. */
    at: (positionMs: number) => current?.heard.at(positionMs),
    interrupt: () => current?.heard.interrupt(),
    /** Grows with every change of `intervals`. */
    changes: () => current?.heard.changes() ?? 0,
    intervals: (): Interval[] => current?.heard.intervals() ?? [],
    /** The media is over, or the page is hidden: it may not come back. */
    tell(): void {
      if (current !== null) send(current, { atOnce: true })
    },
    /** The listener is gone; the next Play is another listening. */
    leave(): void {
      if (current === null) return
      clearInterval(current.timer)
      send(current, { ended: true })
      current = null
    },
  }
}

export type Listening = ReturnType<typeof createListening>
