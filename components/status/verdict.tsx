import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import type { Status } from '@/lib/contract/status'
import { type Tone, verdictOf, type WriteInstant } from './status-words'

const LOOKS: Record<Tone, { Icon: typeof CircleCheck; colour: string }> = {
  ok: { Icon: CircleCheck, colour: 'text-ok' },
  warning: { Icon: CircleAlert, colour: 'text-external' },
  danger: { Icon: CircleAlert, colour: 'text-danger' },
  neutral: { Icon: CircleDashed, colour: 'text-muted' },
}

/** The whole page in one sentence. */
export function Verdict({ status, write }: { status: Status; write: WriteInstant }) {
  const { tone, title, text } = verdictOf(status, write)
  const { Icon, colour } = LOOKS[tone]
  return (
    <section role="status" className="flex items-start gap-3">
      <Icon size={20} aria-hidden className={`mt-0.5 shrink-0 ${colour}`} />
      <div>
        <p className="font-semibold text-[16px]">{title}</p>
        <p className="mt-0.5 max-w-prose text-muted">{text}</p>
      </div>
    </section>
  )
}
