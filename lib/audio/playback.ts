import 'server-only'
import { join } from 'node:path'
import { config } from '@/lib/config/config'
import { type PlaybackRequest, Playbacks } from './playbacks'
import type { Playback } from './playing'
import { Spool } from './spool'

const KEY = Symbol.for('focus-console.playbacks')
// Routes may be bundled apart: the process, not the module, holds the one set of playbacks.
const shared = globalThis as { [KEY]?: Playbacks } // only this file writes under the symbol

/** The process's playbacks, with the configured spool. */
export function playbacks(): Playbacks {
  if (shared[KEY] === undefined) {
    const { dataDir, spool } = config()
    shared[KEY] = new Playbacks({
      spool: new Spool({ directory: join(dataDir, 'spool'), maxBytes: spool.maxBytes }),
      idleMs: spool.idleMs,
    })
  }
  return shared[KEY]
}

/**
 * The playback of a recording: the one under way or still kept, else a new one, for which `open` is called
 * once however many ask. Resolves when Focus has answered its head; then answer the request with
 * `playback.respond`, at once (an unread download is given up after a second). Rejects with the `Problem` `open` rejected
 * with, or `rate-limited` when the spool is full of media in use.
 */
export function openPlayback(request: PlaybackRequest): Promise<Playback> {
  return playbacks().open(request)
}
