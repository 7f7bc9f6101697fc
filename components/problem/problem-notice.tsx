'use client'

import { CircleAlert, RotateCw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Problem } from '@/lib/problem/problem'
import { useCountdown } from './countdown'
import { canRetry, type ProblemWords, problemWords } from './problem-words'

type ProblemNoticeProps = {
  error: unknown
  /** Asks again; also called by itself where the failure is one that passes. */
  onRetry?: () => void
  /** One line, for a strip above what is still shown. */
  inline?: boolean
  /** A title in the page's own words ("There is no recording 123"). */
  title?: string
}

/** The one way a failure looks: what failed, whose it is, what to do, and the id that finds it in the log. */
export function ProblemNotice({ error, onRetry, inline = false, title }: ProblemNoticeProps) {
  const words = problemWords(error)
  const left = useCountdown(onRetry ? words.againAfterSec : null, error, () => onRetry?.())
  const again = left === null ? null : left === 0 ? 'Trying again…' : `Trying again in ${left} s`
  const parts = { words, title: title ?? words.title, again, action: action(error, onRetry) }
  return inline ? <Line {...parts} /> : <Block {...parts} />
}

type PartsProps = {
  words: ProblemWords
  title: string
  again: string | null
  action: React.ReactNode
}

function Line({ words, title, again, action: button }: PartsProps) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-danger-ground px-4 py-1.5 text-[12px]"
    >
      <CircleAlert size={14} aria-hidden className="shrink-0 text-danger" />
      <span className="font-semibold text-danger">{title}</span>
      <span className="min-w-0 grow text-ink">{words.detail}</span>
      {again !== null && <Again text={again} />}
      {words.requestId !== null && <RequestId id={words.requestId} />}
      {button}
    </div>
  )
}

function Block({ words, title, again, action: button }: PartsProps) {
  return (
    <div role="alert" className="mx-auto flex w-full max-w-lg flex-col gap-2 px-6 py-10">
      <p className="flex items-center gap-2 font-semibold text-[15px]">
        <CircleAlert size={18} aria-hidden className="shrink-0 text-danger" />
        {title}
      </p>
      <p>{words.detail}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[12px] text-muted">
        <dt>Whose it is</dt>
        <dd className="text-ink">{words.whose}</dd>
        <dt>What to do</dt>
        <dd className="text-ink">{words.help}</dd>
        {words.requestId !== null && (
          <>
            <dt>Request id</dt>
            <dd className="select-all break-all font-mono text-ink">{words.requestId}</dd>
          </>
        )}
      </dl>
      <div className="mt-2 flex items-center gap-3">
        {button}
        {again !== null && <Again text={again} />}
      </div>
    </div>
  )
}

/** Not announced each second: the alert already said what happens. */
function Again({ text }: { text: string }) {
  return (
    <span aria-live="off" className="text-[12px] text-muted tabular-nums">
      {text}
    </span>
  )
}

function RequestId({ id }: { id: string }) {
  return <span className="select-all font-mono text-[11px] text-muted">{id}</span>
}

function action(error: unknown, onRetry: (() => void) | undefined) {
  if (error instanceof Problem && error.slug === 'stale-client') {
    return (
      <Button size="sm" onClick={() => location.reload()}>
        Reload the page
      </Button>
    )
  }
  if (onRetry === undefined || !canRetry(error)) return null
  return (
    <Button size="sm" onClick={onRetry}>
      <RotateCw size={13} aria-hidden />
      Try again
    </Button>
  )
}
