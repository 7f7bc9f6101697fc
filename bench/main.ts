/** `npm run bench [-- name…]`: measures side by side in one run and prints tables for docs/performance.md. */
import { cpus } from 'node:os'
import { audioThroughput } from './audio-throughput'
import { ledgerAppend } from './ledger-append'
import { ledgerKill } from './ledger-kill'
import { ledgerTamper } from './ledger-tamper'
import { ledgerVerify } from './ledger-verify'
import { reconcileBench } from './reconcile'
import { reconcilePage } from './reconcile-page'
import { type RunningConsole, startConsole } from './running-console'
import { searchOverhead } from './search-overhead'
import { streamMemory } from './stream-memory'
import { timeToSound } from './time-to-sound'

/** Of a running console. */
const BENCHES: Record<string, (running: RunningConsole) => Promise<string[]>> = {
  search: searchOverhead,
  audio: audioThroughput,
  memory: streamMemory,
  sound: timeToSound,
}
/** Of the ledger, and of a reconciliation and its page; up to minutes each. */
const ALONE: Record<string, () => Promise<string[]>> = {
  'ledger-append': ledgerAppend,
  'ledger-verify': ledgerVerify,
  'ledger-tamper': ledgerTamper,
  'ledger-kill': ledgerKill,
  reconcile: reconcileBench,
  'reconcile-page': reconcilePage,
}

const wanted = process.argv.slice(2)
const known = [...Object.keys(BENCHES), ...Object.keys(ALONE)]
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${known.join(', ')}`)
  process.exit(3)
}
const chosen = <T>(benches: Record<string, T>): [string, T][] =>
  Object.entries(benches).filter(([name]) => wanted.length === 0 || wanted.includes(name))

async function print(name: string, table: Promise<string[]>): Promise<void> {
  console.log(`npm run bench -- ${name}\n`)
  console.log(`${(await table).join('\n')}\n`)
}

console.log(`Node ${process.version}, ${cpus().length} cores\n`)
for (const [name, bench] of chosen(ALONE)) await print(name, bench())
const ofConsole = chosen(BENCHES)
if (ofConsole.length > 0) {
  const running = await startConsole()
  try {
    for (const [name, bench] of ofConsole) await print(name, bench(running))
  } finally {
    await running.stop()
  }
}
