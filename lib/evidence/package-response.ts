import { spanOf } from '@/lib/audio/byte-range'
import type { PackageFile } from './package-file'

export type PackageRequest = {
  range: string | null
  ifRange: string | null
  signal: AbortSignal
}

/** As `defineFile` takes it. */
export type PackageAnswer = {
  status: 200 | 206 | 416
  headers: Record<string, string>
  body: ReadableStream<Uint8Array> | null
  fileName: string
  contentType: string
}

/**
 * A package, or the part of it that `Range` asks for (RFC 9110, 14.2). The entity tag is its SHA-256, so a download that
 * broke off goes on with `If-Range` (13.1.5) only over the same bytes. `release` is called when the reader is done.
 */
export function respondWithPackage(
  file: PackageFile,
  about: { sha256: string; fileName: string; sizeBytes: number },
  request: PackageRequest,
  release: () => void,
): PackageAnswer {
  const { sha256, fileName, sizeBytes } = about
  const tag = `"${sha256}"`
  const headers = { ETag: tag, 'Accept-Ranges': 'bytes' }
  const known = { fileName, contentType: 'application/zip' }
  const same = request.ifRange === null || request.ifRange === tag
  const span = same ? spanOf(request.range, sizeBytes) : 'whole'
  if (span === 'unsatisfiable') {
    release()
    const all = { ...headers, 'Content-Range': `bytes */${sizeBytes}` }
    return { ...known, status: 416, headers: all, body: null }
  }
  const { start, end } = span === 'whole' ? { start: 0, end: sizeBytes } : span
  const body = streamOf(file, start, end, request.signal, release)
  const length = { ...headers, 'Content-Length': String(end - start) }
  if (span === 'whole') return { ...known, status: 200, headers: length, body }
  const range = { ...length, 'Content-Range': `bytes ${start}-${end - 1}/${sizeBytes}` }
  return { ...known, status: 206, headers: range, body }
}

/** Reads no further than is taken. */
function streamOf(
  file: PackageFile,
  start: number,
  end: number,
  signal: AbortSignal,
  release: () => void,
): ReadableStream<Uint8Array> {
  const pieces = file.read(start, end)
  let released = false
  const done = () => {
    if (released) return
    released = true
    signal.removeEventListener('abort', done)
    release()
  }
  signal.addEventListener('abort', done, { once: true })
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          signal.throwIfAborted()
          const { done: over, value } = await pieces.next()
          if (!over) return controller.enqueue(value)
          done()
          controller.close()
        } catch (cause) {
          done()
          controller.error(cause)
        }
      },
      cancel: done,
    },
    { highWaterMark: 0 },
  )
}
