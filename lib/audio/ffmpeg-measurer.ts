import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { type Measurer, Unmeasured, wavMeasurer } from './measure'
import { Turns } from './turns'
import { parseWavHeader } from './wav-header'

// Only piped bytes, one thread, sound alone, eight thousand samples a second: a loudness needs no more.
const ARGUMENTS =
  '-hide_banner -nostdin -loglevel error -threads 1 -protocol_whitelist pipe -i pipe:0 -vn -sn -dn -ar 8000 -c:a pcm_s16le -f wav pipe:1'

const processes = new Turns(2)

/**
 * Measures what only ffmpeg decodes (AAC, MP4, WebM, FLAC), where it is installed; elsewhere `end` or `push` reject
 * with the sentence that says so. Bytes go in by a pipe and sound comes out by one: nothing touches the disk.
 */
export function ffmpegMeasurer(format: string): Measurer {
  let child: ChildProcessByStdio<Writable, Readable, null> | null = null
  let inner: Measurer | null = null
  let output: Promise<void> = Promise.resolve()
  let giveBack: (() => void) | null = null
  let stopped = false

  const missing = new Unmeasured(
    `No waveform: ${format} needs ffmpeg, which is not installed where this console runs.`,
  )
  const unreadable = new Unmeasured(
    `No waveform: this ${format} cannot be decoded while it arrives.`,
  )

  async function start() {
    giveBack = await processes.take()
    if (stopped) {
      giveBack()
      throw missing
    }
    const started = spawn('ffmpeg', ARGUMENTS.split(' '), { stdio: ['pipe', 'pipe', 'ignore'] })
    child = started
    // A write after ffmpeg has given up fails here; the exit says why.
    started.stdin.on('error', () => {})
    const failed = new Promise<never>((_, reject) => started.once('error', () => reject(missing)))
    failed.catch(() => {})
    output = Promise.race([measureOutput(started.stdout), failed])
    output.catch(() => {})
    await Promise.race([once(started, 'spawn'), failed])
    return started
  }

  async function measureOutput(stdout: Readable) {
    let head: Buffer = Buffer.alloc(0)
    for await (const chunk of stdout as AsyncIterable<Buffer>) {
      // stdout without an encoding gives buffers
      if (inner) {
        await inner.push(chunk)
        continue
      }
      head = Buffer.concat([head, chunk])
      const header = parseWavHeader(head)
      if (header === 'invalid') throw unreadable
      if (header === 'more') continue
      inner = wavMeasurer({ ...header, dataBytes: null })
      await inner?.push(head)
    }
    if (!inner?.meter || inner.meter.takenMs === 0) throw unreadable
    await inner.end()
  }

  return {
    get meter() {
      return inner?.meter ?? null
    },
    async push(bytes) {
      const { stdin } = child ?? (await start())
      if (stdin.destroyed || !stdin.writable) return
      if (!stdin.write(bytes)) await Promise.race([drained(stdin), output])
    },
    async end() {
      const { stdin } = child ?? (await start())
      stdin.end()
      await output
    },
    stop() {
      stopped = true
      child?.kill('SIGKILL')
      giveBack?.()
    },
  }
}

/** The pipe takes more, or takes no more at all. */
function drained(stdin: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stdin.off('drain', done)
      stdin.off('close', done)
      resolve()
    }
    stdin.on('drain', done)
    stdin.on('close', done)
  })
}
