import 'server-only'
import { config } from '@/lib/config/config'
import {
  type ConfigPrint,
  changedSettings,
  configHash,
  configPrint,
} from '@/lib/config/config-print'
import { log } from '@/lib/config/log'
import type { Ledger } from '@/lib/ledger/access-ledger'
import { keepSetting, keptSetting } from '@/lib/ledger/kept-settings'
import { ledger, startLedger } from '@/lib/ledger/ledger'
import { listenings } from './listening'
import { serving } from './open-requests'

/** How long answers that are going out may still take when the server is told to stop. */
const LAST_ANSWERS_MS = 1_500
/** All of stopping, before the process ends whatever has not. */
const MOST_STOPPING_MS = 6_000
const LOOK_MS = 50
const SETTING = 'configuration'

/**
 * Starts what runs beside the requests: the ledger, and an orderly end of it. A ledger that does not open leaves a
 * server that says so (it is not ready, and nothing is shown): the next request tries again.
 */
export async function startConsole(): Promise<void> {
  stopWithTheProcess()
  try {
    await startLedger()
    await recordConfiguration(ledger(), configPrint(config()))
  } catch (err) {
    log.error({ err }, 'the ledger could not be started; nothing is shown until it can be written')
  }
}

/** Writes down that the configuration is another than at the last start, and what differs; secrets are left out. */
export async function recordConfiguration(written: Ledger, print: ConfigPrint): Promise<void> {
  const hash = configHash(print)
  const kept = await keptSetting(SETTING)
  const before: ConfigPrint = kept === null ? {} : JSON.parse(kept)
  if (kept !== null && configHash(before) === hash) return
  const names = changedSettings(before, print)
  const pick = (from: ConfigPrint) => Object.fromEntries(names.map((name) => [name, from[name]]))
  await written.record({
    action: 'configuration-change',
    object: {
      kind: 'configuration',
      ids: [hash, ...names],
      query: { before: kept === null ? null : pick(before), after: pick(print) },
    },
    actor: null,
    sessionId: null,
    purpose: null,
    allowed: true,
    rule: 'server-start',
    origin: { address: null, agent: null, page: null },
    requestId: null,
  })
  await keepSetting(SETTING, JSON.stringify(print))
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

let stopping: Promise<void> | null = null

/** Ends what is under way with an outcome, and the ledger with its last checkpoint. */
export function stopConsole(): Promise<void> {
  stopping ??= (async () => {
    serving().stopping = true
    for (
      let waitedMs = 0;
      serving().requests.size > 0 && waitedMs < LAST_ANSWERS_MS;
      waitedMs += LOOK_MS
    )
      await pause(LOOK_MS)
    await Promise.all([...serving().requests].map((request) => request.breakOff()))
    await listenings().closeAll()
    await ledger().stop()
  })().catch((err) => log.error({ err }, 'the ledger could not be stopped in order'))
  return stopping
}

/** Puts our end before that of the server, whose own listeners are there already and would end the process meanwhile. */
function stopWithTheProcess(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const theirs = process.listeners(signal)
    process.removeAllListeners(signal)
    process.on(signal, () => {
      setTimeout(() => process.exit(1), MOST_STOPPING_MS).unref()
      const first = stopping === null
      void stopConsole().then(() => {
        if (!first) return
        for (const listener of theirs) listener(signal)
        if (theirs.length === 0) process.exit(0)
      })
    })
  }
}
