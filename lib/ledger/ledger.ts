import 'server-only'
import { log } from '@/lib/config/log'
import type { Ledger } from './access-ledger'

const absent = () => Promise.reject(new Error('The ledger is not there yet.'))

// The durable, provable ledger takes this place.
const logLines: Ledger = {
  async intend({ action, requestId }) {
    log.info({ ledger: action, requestId }, 'intent')
    return { sequence: 0, async progress() {}, async conclude() {} }
  },
  async record() {
    return 0
  },
  async check() {},
  accesses: absent,
  actors: absent,
  entry: absent,
  prove: absent,
  state: absent,
  verify: absent,
  exportLines() {
    throw new Error('The ledger is not there yet.')
  },
  erase: absent,
  async stop() {},
}

/** The ledger of this console: one a process. */
export function ledger(): Ledger {
  return logLines
}
