import { readFileSync } from 'node:fs'
import {
  consoleHeaders,
  ORIGIN,
  type RunningConsole,
  recordingOfLength,
  signIn,
} from './running-console'

const STREAMS = 100

function residentMegabytes(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? Number.NaN) / 1024
}

/** Resident memory of the serving process with 100 slow readers of a long call, beside none. */
export async function streamMemory(running: RunningConsole): Promise<string[]> {
  const cookie = await signIn()
  const id = await recordingOfLength(cookie, 3_000_000, 10_900_000)
  const url = `${ORIGIN}/api/recordings/${id}/audio`
  const warm = await fetch(url, { headers: consoleHeaders(cookie) })
  await warm.arrayBuffer()
  const pid = running.serverPid()
  const before = residentMegabytes(pid)
  const stop = new AbortController()
  const readers = await Promise.all(
    Array.from({ length: STREAMS }, async () => {
      const answer = await fetch(url, { headers: consoleHeaders(cookie), signal: stop.signal })
      const reader = answer.body?.getReader()
      if (!answer.ok || !reader) throw new Error(`A stream answered ${answer.status}`)
      await reader.read()
      return reader
    }),
  )
  let peak = 0
  for (let second = 0; second < 10; second += 1) {
    await Promise.all(readers.map((reader) => reader.read()))
    peak = Math.max(peak, residentMegabytes(pid))
    await new Promise((next) => setTimeout(next, 1000))
  }
  stop.abort()
  return [
    '| resident memory of the serving process | |',
    '|---|---|',
    `| no stream | ${before.toFixed(0)} MB |`,
    `| ${STREAMS} slow streams | ${peak.toFixed(0)} MB |`,
    `| ratio | ${(peak / before).toFixed(2)} |`,
    `| a stream | ${((peak - before) / STREAMS).toFixed(2)} MB |`,
  ]
}
