import type { AccessEvent } from '@/lib/contract/access-event'
import type { FindingContext } from '@/lib/contract/finding'
import { judge } from '@/lib/findings/judge'

/** What the worker is told: events in bundles, then what they are judged by. It answers with what the rules find. */
export type JudgeMessage =
  | { type: 'events'; events: readonly AccessEvent[] }
  | { type: 'judge'; context: FindingContext }

const events: AccessEvent[] = []

addEventListener('message', ({ data }: MessageEvent<JudgeMessage>) => {
  if (data.type === 'events') for (const event of data.events) events.push(event)
  else postMessage(judge(events, data.context))
})
