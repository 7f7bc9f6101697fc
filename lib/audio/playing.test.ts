import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '@/lib/problem/problem'
import type { Clock } from './clock'
import type { Media } from './download'
import { peaksFrom } from './peaks-of'
import { Playbacks } from './playbacks'
import { COOL_DOWN_MS, LINGER_MS } from './playing'
import { Spool } from './spool'
import { pcm16Header } from './wav-header'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'playing-test-'))
})
afterEach(async () => {
  for (const all of made.splice(0)) all.close()
  await rm(directory, { recursive: true })
})
const made: Playbacks[] = []

/** A clock whose hands only a test moves. */
class Hands implements Clock {
  #now = 0
  readonly #timers = new Set<{ at: number; run: () => void }>()
  now = () => this.#now
  after(ms: number, run: () => void) {
    const timer = { at: this.#now + ms, run }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }
  forward(ms: number) {
    this.#now += ms
    for (const timer of [...this.#timers].sort((a, b) => a.at - b.at)) {
      if (timer.at > this.#now || !this.#timers.delete(timer)) continue
      timer.run()
    }
  }
}

/** An upstream whose bytes a test hands over; counts how often it was asked. */
class Upstream {
  opened = 0
  aborted = 0
  #waiting: (() => void)[] = []
  #parts: (Uint8Array | 'end' | Error)[] = []
  length: number | null = null
  type: string | null = null

  send(...parts: (Uint8Array | 'end' | Error)[]) {
    this.#parts.push(...parts)
    for (const wake of this.#waiting.splice(0)) wake()
  }

  open = async (signal: AbortSignal): Promise<Media> => {
    this.opened++
    signal.addEventListener('abort', () => this.aborted++)
    return { contentType: this.type, contentLength: this.length, body: this.#body(0) }
  }

  async *#body(from: number): AsyncGenerator<Uint8Array> {
    for (let at = from; ; at++) {
      while (this.#parts.length <= at) await new Promise<void>((wake) => this.#waiting.push(wake))
      const part = this.#parts[at]
      if (part instanceof Error) throw part
      if (part === 'end' || part === undefined) return
      yield part
    }
  }
}

const hands = () => new Hands()
/** The signal of a reader who does not leave. */
const staying = () => new AbortController().signal
const playbacksWith = (
  clock: Clock,
  maxBytes = 1e8,
  spool = new Spool({ directory, maxBytes }),
) => {
  const all = new Playbacks({ spool, idleMs: 300_000, clock })
  made.push(all)
  return all
}

function begin(all: Playbacks, upstream: Upstream, id = 7) {
  return all.open({ recordingId: id, open: upstream.open, sizeHint: 3, durationHintMs: null })
}
const bytesOf = async (body: ReadableStream<Uint8Array> | null) =>
  Buffer.from(await new Response(body).arrayBuffer())

/** A wave of `seconds`, its samples all different. */
function wave(seconds: number): Buffer {
  const pcm = Buffer.alloc(seconds * 16000)
  for (let at = 0; at < pcm.length; at += 2) pcm.writeInt16LE((at * 7919) % 30000, at)
  return Buffer.concat([pcm16Header({ channels: 1, sampleRate: 8000 }, pcm.length), pcm])
}

describe('ranges', () => {
  test('any range, in any order, holds the bytes of the file', async () => {
    const file = wave(4)
    const upstream = new Upstream()
    upstream.length = file.length
    for (let at = 0; at < file.length; at += 5000) upstream.send(file.subarray(at, at + 5000))
    upstream.send('end')
    const playback = await begin(playbacksWith(hands()), upstream)
    const position = fc.nat(file.length + 100)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(position, fc.option(position), fc.boolean()), { maxLength: 6 }),
        async (ranges) => {
          for (const [first, last, suffix] of ranges) {
            const range = suffix ? `bytes=-${first}` : `bytes=${first}-${last ?? ''}`
            const answer = await playback.respond({ range, as: undefined, signal: staying() })
            const start = suffix ? Math.max(0, file.length - first) : first
            const end = suffix || last === null ? file.length : Math.min(last + 1, file.length)
            if (start >= end) {
              const size = answer.headers['Content-Range']
              expect([answer.status, size]).toEqual([416, `bytes */${file.length}`])
            } else {
              expect(answer.headers['Content-Range']).toBe(
                `bytes ${start}-${end - 1}/${file.length}`,
              )
              expect((await bytesOf(answer.body)).equals(file.subarray(start, end))).toBe(true)
            }
          }
        },
      ),
      { numRuns: 40 },
    )
    expect(upstream.opened).toBe(1)
  })

  test('without a range the whole is answered, with our headers alone', async () => {
    const file = wave(1)
    const upstream = new Upstream()
    upstream.type = 'text/html'
    upstream.send(file, 'end')
    const playback = await begin(playbacksWith(hands()), upstream)
    const answer = await playback.respond({ range: null, as: undefined, signal: staying() })
    expect([answer.status, answer.headers]).toEqual([
      200,
      {
        'Content-Type': 'audio/wav',
        'Accept-Ranges': 'bytes',
        'X-Media-Size': String(file.length),
        'Content-Length': String(file.length),
      },
    ])
    expect((await bytesOf(answer.body)).equals(file)).toBe(true)
  })

  test('a wave without a Content-Length is as long as its head says, from the first bytes on', async () => {
    const file = wave(2)
    const upstream = new Upstream()
    upstream.send(file.subarray(0, 100))
    const playback = await begin(playbacksWith(hands()), upstream)
    const answer = await playback.respond({ range: 'bytes=0-', as: undefined, signal: staying() })
    expect(answer.headers['Content-Range']).toBe(`bytes 0-${file.length - 1}/${file.length}`)
    const reader = answer.body?.getReader()
    expect((await reader?.read())?.value).toHaveLength(100)
    upstream.send(file.subarray(100), 'end')
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0)
  })

  test('media of unknown length goes out as a stream, or whole-sized once it is there', async () => {
    const clock = hands()
    const upstream = new Upstream()
    const mp3 = Buffer.concat([Buffer.of(0xff, 0xf3, 0x44, 0xc4), Buffer.alloc(2000)])
    upstream.send(mp3)
    const playback = await begin(playbacksWith(clock), upstream)
    const asked = playback.respond({ range: 'bytes=0-', as: undefined, signal: staying() })
    await until(() => playback.analysis !== null)
    clock.forward(750)
    const answer = await asked
    expect([answer.status, answer.headers['Content-Length']]).toEqual([200, undefined])
    const later = playback.respond({ range: 'bytes=1000-', as: undefined, signal: staying() })
    upstream.send(mp3, 'end')
    expect((await later).headers['Content-Range']).toBe('bytes 1000-4007/4008')
    expect(await bytesOf(answer.body)).toHaveLength(4008)
  })
})

/** Turns of the event loop until something is so. */
async function until(so: () => boolean) {
  while (!so()) await new Promise((resolve) => setImmediate(resolve))
}

describe('one request to Focus', () => {
  test('a hundred readers share it', async () => {
    const file = wave(3)
    const upstream = new Upstream()
    const all = playbacksWith(hands())
    const answers = Array.from({ length: 100 }, async (_, i) => {
      const playback = await begin(all, upstream)
      const range = `bytes=${i * 100}-`
      const answer = await playback.respond({ range, as: undefined, signal: staying() })
      return (await bytesOf(answer.body)).equals(file.subarray(i * 100))
    })
    for (let at = 0; at < file.length; at += 4000) upstream.send(file.subarray(at, at + 4000))
    upstream.send('end')
    expect((await Promise.all(answers)).every(Boolean)).toBe(true)
    expect(upstream.opened).toBe(1)
  })

  test('a refusal reaches everyone who waits, and the next Play asks anew', async () => {
    const all = playbacksWith(hands())
    let asked = 0
    const refused = () =>
      all.open({
        recordingId: 7,
        sizeHint: null,
        durationHintMs: null,
        open: async () => {
          asked++
          throw new Problem('not-found', 'No media')
        },
      })
    const outcomes = await Promise.allSettled([refused(), refused()])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected'])
    expect(asked).toBe(1)
    await expect(refused()).rejects.toMatchObject({ slug: 'not-found' })
    expect(asked).toBe(2)
  })

  test('is aborted when the last reader has been gone for 200 ms, not before', async () => {
    const clock = hands()
    const all = playbacksWith(clock)
    const upstream = new Upstream()
    upstream.send(wave(10).subarray(0, 1000))
    const playback = await begin(all, upstream)
    const first = new AbortController()
    const second = new AbortController()
    await playback.respond({ range: 'bytes=0-', as: undefined, signal: first.signal })
    first.abort()
    clock.forward(LINGER_MS - 1)
    await playback.respond({ range: 'bytes=500-', as: undefined, signal: second.signal })
    clock.forward(LINGER_MS * 9)
    expect(upstream.aborted).toBe(0)
    const peaks = peaksFrom(all, 7, 100, staying())
    second.abort()
    clock.forward(LINGER_MS - 1)
    expect(upstream.aborted).toBe(0)
    clock.forward(1)
    expect(upstream.aborted).toBe(1)
    expect(all.find(7)).toBeNull()
    clock.forward(2000)
    await peaks
    await begin(all, upstream)
    expect(upstream.opened).toBe(2)
  })

  test('is aborted as soon when its only asker leaves before Focus has answered', async () => {
    const clock = hands()
    const all = playbacksWith(clock)
    const asker = new AbortController()
    let aborted = false
    const asked = all.open({
      recordingId: 7,
      sizeHint: null,
      durationHintMs: null,
      signal: asker.signal,
      open: (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true
            reject(signal.reason)
          })
        }),
    })
    const outcome = expect(asked).rejects.toThrow()
    asker.abort()
    clock.forward(LINGER_MS - 1)
    expect(aborted).toBe(false)
    clock.forward(1)
    expect(aborted).toBe(true)
    await outcome
  })

  test('a whole recording is kept while idle, then let go', async () => {
    const clock = hands()
    const spool = new Spool({ directory, maxBytes: 1e6 })
    const all = playbacksWith(clock, 0, spool)
    const upstream = new Upstream()
    const file = wave(1)
    upstream.send(file, 'end')
    const playback = await begin(all, upstream)
    const answer = await playback.respond({ range: null, as: undefined, signal: staying() })
    await bytesOf(answer.body)
    clock.forward(299_000)
    expect(await begin(all, upstream)).toBe(playback)
    expect(spool.usedBytes).toBe(file.length)
    clock.forward(300_000)
    expect([all.find(7), spool.usedBytes]).toEqual([null, 0])
    expect(upstream.opened).toBe(1)
  })

  test('is not made when the spool is full of media in use', async () => {
    const all = playbacksWith(hands(), 20_000)
    const upstream = new Upstream()
    upstream.send(wave(10).subarray(0, 20_000))
    const playback = await begin(all, upstream)
    const answer = await playback.respond({
      range: 'bytes=19999-',
      as: undefined,
      signal: staying(),
    })
    const other = new Upstream()
    await expect(begin(all, other, 8)).rejects.toMatchObject({ slug: 'rate-limited' })
    expect(other.opened).toBe(0)
    await answer.body?.cancel()
  })
})

describe('a cut', () => {
  test('errors the body; what arrived stays readable; the rest is asked for once more, then refused', async () => {
    const clock = hands()
    const file = wave(2)
    const upstream = new Upstream()
    upstream.length = file.length
    upstream.send(file.subarray(0, 9000), new Error('socket hang up'))
    const all = playbacksWith(clock)
    const playback = await begin(all, upstream)
    const answer = await playback.respond({ range: 'bytes=0-', as: undefined, signal: staying() })
    await expect(bytesOf(answer.body)).rejects.toThrow('cut the connection')
    const early = await playback.respond({
      range: 'bytes=100-199',
      as: undefined,
      signal: staying(),
    })
    expect((await bytesOf(early.body)).equals(file.subarray(100, 200))).toBe(true)
    expect(upstream.opened).toBe(1)
    const missing = { range: 'bytes=9000-', as: undefined, signal: staying() }
    await expect(playback.respond(missing)).rejects.toMatchObject({ slug: 'upstream-unavailable' })
    await expect(playback.respond(missing)).rejects.toMatchObject({ slug: 'upstream-unavailable' })
    expect(upstream.opened).toBe(2)
    expect(await begin(all, upstream)).toBe(playback)
    clock.forward(COOL_DOWN_MS)
    expect(await begin(all, upstream)).not.toBe(playback)
    expect(upstream.opened).toBe(3)
  })

  test('a body that ends short of its Content-Length is a cut', async () => {
    const file = wave(2)
    const upstream = new Upstream()
    upstream.length = file.length
    upstream.send(file.subarray(0, 9000), 'end')
    const playback = await begin(playbacksWith(hands()), upstream)
    const answer = await playback.respond({ range: null, as: undefined, signal: staying() })
    await expect(bytesOf(answer.body)).rejects.toThrow('cut the connection')
  })

  test('the second asking mends it when Focus is well again', async () => {
    const file = wave(2)
    const bad = new Upstream()
    bad.send(file.subarray(0, 9000), new Error('reset'))
    const good = new Upstream()
    good.send(file, 'end')
    const all = playbacksWith(hands())
    const upstreams = [bad, good]
    const playback = await all.open({
      recordingId: 7,
      sizeHint: null,
      durationHintMs: null,
      open: (signal) => (upstreams.shift() ?? bad).open(signal),
    })
    const answer = await playback.respond({ range: null, as: undefined, signal: staying() })
    await expect(bytesOf(answer.body)).rejects.toThrow()
    const rest = await playback.respond({ range: 'bytes=9000-', as: undefined, signal: staying() })
    expect((await bytesOf(rest.body)).equals(file.subarray(9000))).toBe(true)
    expect((await peaksFrom(all, 7, 100, staying()))?.complete).toBe(true)
  })

  test('a page instead of media is refused as such', async () => {
    const upstream = new Upstream()
    upstream.type = 'text/html'
    upstream.send(Buffer.from('<html><body>Maintenance</body></html>'), 'end')
    const playback = await begin(playbacksWith(hands()), upstream)
    const asked = playback.respond({ range: 'bytes=0-', as: undefined, signal: staying() })
    await expect(asked).rejects.toMatchObject({ slug: 'upstream-contract' })
  })
})
