/** `npm run bench [-- name…]`: measures side by side in one run and prints tables for docs/performance.md. */
import { cpus } from 'node:os'
import { audioThroughput } from './audio-throughput'
import { type RunningConsole, startConsole } from './running-console'
import { searchOverhead } from './search-overhead'
import { streamMemory } from './stream-memory'
import { timeToSound } from './time-to-sound'

const BENCHES: Record<string, (running: RunningConsole) => Promise<string[]>> = {
  search: searchOverhead,
  audio: audioThroughput,
  memory: streamMemory,
  sound: timeToSound,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}`)
  process.exit(3)
}
console.log(`Node ${process.version}, ${cpus().length} cores\n`)
const running = await startConsole()
try {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.log(`npm run bench -- ${name}\n`)
    console.log(`${(await bench(running)).join('\n')}\n`)
  }
} finally {
  await running.stop()
}
