import type { AccessEvent } from '@/lib/contract/access-event'
import type { FindingContext } from '@/lib/contract/finding'
import { judge } from '@/lib/findings/judge'
import type { JudgeMessage } from './judge-worker'

export type Judgement = ReturnType<typeof judge>

/** So many are judged in less time than one notices. */
const AT_ONCE = 3000
/** Copied to the worker in bundles, so that copying is not noticed either. */
const BUNDLE = 1000

/**
 * What the rules find, without holding up the page: many events are judged in a worker. Where a browser has no workers they
 * are judged here. Rejects with the signal's reason when it is aborted.
 */
export async function judgeAside(
  events: readonly AccessEvent[],
  context: FindingContext,
  signal: AbortSignal,
): Promise<Judgement> {
  await pause()
  signal.throwIfAborted()
  if (events.length <= AT_ONCE) return judge(events, context)
  const worker = startWorker()
  if (worker === null) return judge(events, context)
  try {
    const tell = (message: JudgeMessage) => worker.postMessage(message)
    for (let at = 0; at < events.length; at += BUNDLE) {
      tell({ type: 'events', events: events.slice(at, at + BUNDLE) })
      await pause()
      signal.throwIfAborted()
    }
    return await new Promise<Judgement>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Judgement>) => resolve(data))
      worker.addEventListener('error', (event) => reject(new Error(event.message)))
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      tell({ type: 'judge', context })
    })
  } finally {
    worker.terminate()
  }
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return null // an old browser, or one told to have none
  }
}

/** Lets the page paint and answer. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
