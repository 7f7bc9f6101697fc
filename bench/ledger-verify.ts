/** `npm run bench -- ledger-verify`: the one-file verifier over a million entries, beside hashing the same bytes. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SampleLedger, sampleKey } from './ledger-sample'
import { SeededRandom } from './seeded-random'

const ENTRIES = 1_000_000
const CHECKPOINT_EVERY = 256

/** Writes an export; the heading comes first, so its size is settled before: the entries are as many. */
async function writeExport(path: string, count: number): Promise<string> {
  const random = new SeededRandom(count)
  const key = sampleKey(random)
  const ledger = new SampleLedger(random, key)
  const file = createWriteStream(path)
  const write = async (line: unknown) => {
    if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain')
  }
  await write({ ...ledger.header(), size: count })
  for (let nth = 1; nth <= count; nth += 1) {
    await write(ledger.next(count - nth <= ledger.openIntents))
    if (nth % CHECKPOINT_EVERY === 0 || nth === count) ledger.seal()
  }
  for (const { note } of ledger.checkpoints) await write({ type: 'checkpoint', note })
  file.end()
  await once(file, 'finish')
  return key.text
}

async function hashSeconds(path: string): Promise<number> {
  const beganMs = performance.now()
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk)
  hash.digest('hex')
  return (performance.now() - beganMs) / 1000
}

/** Runs the file as an auditor does; the peak is that of the process, read from the system while it runs. */
async function verifierRun(
  path: string,
  key: string,
): Promise<{ seconds: number; peakMb: number }> {
  const beganMs = performance.now()
  const args = ['verifier/ledger-verify.mjs', path, '--key', key]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  let peakMb = 0
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024)
    } catch {
      // It has just ended.
    }
  }, 100)
  const [code] = await once(child, 'exit')
  clearInterval(look)
  if (code !== 0) throw new Error(`The verifier ended with ${code}`)
  return { seconds: (performance.now() - beganMs) / 1000, peakMb }
}

export async function ledgerVerify(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'focus-console-verify-'))
  try {
    const rows: string[] = []
    for (const count of [ENTRIES / 10, ENTRIES]) {
      const path = join(folder, `${count}.jsonl`)
      const key = await writeExport(path, count)
      const megabytes = statSync(path).size / 1024 / 1024
      const hashed = await hashSeconds(path)
      const { seconds, peakMb } = await verifierRun(path, key)
      rows.push(
        `| ${count.toLocaleString('en-GB')}, ${megabytes.toFixed(0)} MB | ${hashed.toFixed(1)} s | ${seconds.toFixed(1)} s | ${(seconds / hashed).toFixed(1)} | ${peakMb.toFixed(0)} MB |`,
      )
      rmSync(path)
    }
    return [
      '| entries | SHA-256 of the file | verification | verification ÷ SHA-256 | peak memory |',
      '|---|---|---|---|---|',
      ...rows,
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
