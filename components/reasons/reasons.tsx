'use client'

import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { ReasonPolicy } from '@/lib/contract/access-reason'
import { giveReason } from '@/lib/query/reasons'
import { forgetReason, type Given, keepReason, keptReason, subscribeToReason } from './kept-reason'
import { type Purpose, type ReasonAsked, ReasonDialog } from './reason-dialog'
import { everAsked, ruleFor } from './reason-rule'

/** What it goes on with, or that it does not. */
export type ReasonAnswer = { reasonId?: string } | 'cancelled'

type AskReason = (ask: {
  purpose: Purpose
  /** Of the recording it is about. */
  tags?: readonly string[]
  /** The server has refused it for want of a reason. */
  refused?: boolean
}) => ReasonAnswer | Promise<ReasonAnswer>

export type Reasons = {
  /** Answers at once when nothing needs to be asked. */
  ask: AskReason
  /** Null when the reader went on without one, undefined when nothing was said yet. */
  given: Given | null | undefined
  /** Whether this reader is ever asked. */
  asks: boolean
  change: () => void
  forget: () => void
}

const Context = createContext<Reasons | null>(null)

type Pending = ReasonAsked & { answer: (answer: ReasonAnswer) => void }

type ReasonsProviderProps = { policy: ReasonPolicy; startedUtc: string; children: ReactNode }

/** Asks for reasons, and remembers the last one for as long as the session and the tab last. */
export function ReasonsProvider({ policy, startedUtc, children }: ReasonsProviderProps) {
  const [pending, setPending] = useState<Pending | null>(null)
  /** Given anew by itself after the server forgot it; refused again, the reader is asked. */
  const regiven = useRef<string | null>(null)
  const given = useSyncExternalStore(
    subscribeToReason,
    () => keptReason(startedUtc),
    () => undefined,
  )

  const open = useCallback(
    (asked: ReasonAsked) =>
      new Promise<ReasonAnswer>((answer) => {
        // A second question takes the place of the first.
        setPending((before) => {
          before?.answer('cancelled')
          return { ...asked, answer }
        })
      }),
    [],
  )

  const ask = useCallback<AskReason>(
    ({ purpose, tags = [], refused = false }) => {
      const rule = refused ? 'required' : ruleFor(policy, tags)
      const kept = keptReason(startedUtc)
      if (rule === 'off') return {}
      if (!refused && kept) return { reasonId: kept.reasonId }
      if (kept === null && rule === 'optional') return {}
      const asked = { purpose, rule, before: kept?.reason ?? null }
      if (!kept || regiven.current === kept.reasonId) return open(asked)
      return giveReason(kept.reason).then(
        (reasonId) => {
          regiven.current = reasonId
          keepReason(startedUtc, { ...kept, reasonId })
          return { reasonId }
        },
        () => open(asked),
      )
    },
    [policy, startedUtc, open],
  )

  const close = (answer: ReasonAnswer) => {
    setPending(null)
    pending?.answer(answer)
  }
  const reasons = useMemo<Reasons>(
    () => ({
      ask,
      given,
      asks: everAsked(policy),
      change: () =>
        void open({ purpose: 'play', rule: policy.rule, before: given?.reason ?? null }),
      forget: forgetReason,
    }),
    [ask, given, policy, open],
  )
  return (
    <Context value={reasons}>
      {children}
      <ReasonDialog
        asked={pending}
        onGiven={(next) => {
          keepReason(startedUtc, next)
          close({ reasonId: next.reasonId })
        }}
        onWithout={() => {
          keepReason(startedUtc, null)
          close({})
        }}
        onCancel={() => close('cancelled')}
      />
    </Context>
  )
}

/** How this page asks for reasons. */
export function useReasons(): Reasons {
  const reasons = use(Context)
  if (reasons === null) throw new Error('useReasons stands outside the console')
  return reasons
}
