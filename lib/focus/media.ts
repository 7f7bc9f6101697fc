import { Problem } from '@/lib/problem/problem'
import { contractProblem, failureOfConnection } from './failure'
import type { Scope } from './scope'
import type { TransportReply } from './transport'

/** Media as Focus sends it. Iterate `body` once, or abort the call; either frees the connection. */
export type FocusMedia = {
  contentType: string | null
  /** Bytes; null when Focus does not say. */
  contentLength: number | null
  body: AsyncIterable<Uint8Array>
}

/**
 * Waits for the first byte, then hands the stream on. Until then a broken connection may be tried
 * again; afterwards it ends the body with a Problem. The time between bytes counts only while the reader waits.
 */
export async function readMedia(
  reply: TransportReply,
  scope: Scope,
  gapMs: number,
  hold: () => () => void,
): Promise<FocusMedia> {
  const contentType = reply.header('content-type') ?? null
  if (contentType !== null && /^(text\/|application\/(problem\+)?json)/i.test(contentType)) {
    reply.discard()
    throw contractProblem('openMedia: text instead of media')
  }
  const iterator = reply.body[Symbol.asyncIterator]()
  const first = await firstOf(iterator, scope)
  if (first === null) throw new Problem('not-found', 'Focus holds no media of this recording.')
  scope.disarm()
  const free = hold()
  const end = () => {
    scope.signal.removeEventListener('abort', end)
    reply.destroy()
    free()
  }
  scope.signal.addEventListener('abort', end)
  if (scope.signal.aborted) end()
  const length = Number(reply.header('content-length') ?? Number.NaN)
  return {
    contentType,
    contentLength: Number.isSafeInteger(length) ? length : null,
    body: bytes(first, iterator, scope, gapMs, end),
  }
}

/** The first chunk that holds anything; null when there is none. */
async function firstOf(
  iterator: AsyncIterator<Uint8Array>,
  scope: Scope,
): Promise<Uint8Array | null> {
  try {
    for (;;) {
      const { done, value } = await iterator.next()
      if (done) return null
      if (value.byteLength > 0) return value
    }
  } catch (error) {
    scope.check()
    throw failureOfConnection(error, true)
  }
}

async function* bytes(
  first: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
  scope: Scope,
  gapMs: number,
  end: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    scope.check()
    yield first
    for (;;) {
      scope.check()
      scope.arm(gapMs)
      const { done, value } = await iterator.next()
      scope.disarm()
      if (done) return
      yield value
    }
  } catch (error) {
    scope.check()
    if (error instanceof Problem) throw error
    throw failureOfConnection(error, false).problem
  } finally {
    end()
  }
}
