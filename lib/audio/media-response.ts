import { openSpanOf, type Span, spanOf } from './byte-range'
import { mediaStream } from './media-stream'
import type { Take } from './take'

/** How long the first bytes are held back for the length of the whole to become known. */
const PATIENCE_MS = 750

export type MediaResponse = {
  status: 200 | 206 | 416
  /** Ours alone: nothing Focus sent is copied. `Content-Length` is stated, though some servers strip it. */
  headers: Record<string, string>
  body: ReadableStream<Uint8Array> | null
}

export type MediaRequest = {
  range: string | null
  as: 'wav' | undefined
  signal: AbortSignal
}

/**
 * Answers a request out of one take. `release` is called when its last byte was handed over or its reader
 * left; on a rejection it is the caller's to call.
 */
export async function respondFrom(
  take: Take,
  request: MediaRequest,
  release: () => void,
  pause: (ms: number) => Promise<void>,
): Promise<MediaResponse> {
  const { range, signal } = request
  const container = await unlessAborted(take.container, signal)
  const view = take.view(container, request.as)
  if (view.total() === null) await learnTotal(take, range, signal, pause)
  const total = view.total()
  const headers: Record<string, string> = {
    'Content-Type': view.contentType,
    'Accept-Ranges': 'bytes',
    ...(total !== null && { 'X-Media-Size': String(total) }),
  }
  const span = total === null ? 'whole' : spanOf(range, total)
  if (span === 'unsatisfiable') {
    release()
    return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${total}` }, body: null }
  }
  const { start, end } = span === 'whole' ? { start: 0, end: total } : span
  await view.read(start, 1, signal)
  const body = mediaStream({ view, start, end, signal, done: release })
  if (end !== null) headers['Content-Length'] = String(end - start)
  if (span === 'whole') return { status: 200, headers, body }
  return { status: 206, headers: { ...headers, 'Content-Range': contentRange(span, total) }, body }
}

/**
 * Waits for the end of a media that does not say its length. Browsers (Chromium 156 was tried) seek only in an answer that
 * states the whole length: after a 200, or a 206 with `*` for it, they play and never seek. So the
 * start waits a little for the download to be done, and goes out as a stream when it is not; a later part has to wait.
 */
async function learnTotal(
  take: Take,
  range: string | null,
  signal: AbortSignal,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  const span = openSpanOf(range)
  if (span.kind === 'whole') return
  const over = new AbortController()
  const settled = take.download.settles(AbortSignal.any([signal, over.signal]))
  if (span.kind === 'from' && span.start === 0) await Promise.race([settled, pause(PATIENCE_MS)])
  else {
    await settled
    if (take.download.problem) throw take.download.problem
  }
  over.abort()
  signal.throwIfAborted()
}

function contentRange(span: Span, total: number | null): string {
  return `bytes ${span.start}-${span.end - 1}/${total ?? '*'}`
}

/** The promise's outcome, or the signal's reason when that is aborted first. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const left = () => reject(signal.reason)
    signal.addEventListener('abort', left, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', left))
  })
}
