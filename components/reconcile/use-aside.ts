'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { notify } from '@/components/ui/notify'
import { listIn } from './list-in'
import type { ReconcileSession } from './reconcile-session'
import { type Listed, toldBySession } from './use-inbox'
import type { Chosen } from './worker-messages'

/** What is to be put aside: the chosen, however many they become meanwhile, or one by its place in the result. */
type Asked = 'chosen' | { at: number }

type AsideOf = {
  /** Where the list stands. */
  box: RefObject<HTMLElement | null>
  session: ReconcileSession
  listed: Listed | null
  chosen: Chosen | null
  onDone: () => void
}

/**
 * Setting aside and taking back. Both make the list anew without the row, and its buttons go with it: the focus then moves to the
 * list, whose row at hand is the next one.
 */
export function useAside({ box, session, listed, chosen, onDone }: AsideOf) {
  const [asked, setAsked] = useState<Asked | null>(null)
  /** Until the list without it is there. */
  const leaving = useRef(false)
  const decided = useRef(false)
  useEffect(() => {
    if (listed === null || !leaving.current) return
    leaving.current = false
    // Whoever has moved on meanwhile stays where they are.
    if (document.activeElement === document.body) listIn(box.current)?.focus()
  }, [listed, box])
  // Of the list that is on screen now: another tab may have changed it since, and the one of then may be forgotten.
  const which = whichOf(asked, listed, chosen)
  const leave = async (done: Promise<unknown>) => {
    leaving.current = true
    await done.catch(() => {
      leaving.current = false
    })
  }
  return {
    asked,
    ask(next: Asked) {
      decided.current = false
      setAsked(next)
    },
    cancel: () => setAsked(null),
    setAside(reason: string, untilUtc: string) {
      // The list is on its way: the dialog stays.
      if (which === null) return
      setAsked(null)
      decided.current = true
      const done = session.ask('set-aside', { chosen: which, reason, untilUtc })
      void leave(done)
      void done.then((count) => {
        notify(`${count.toLocaleString('en-GB')} set aside`)
        onDone()
      }, toldBySession)
    },
    takeBack: (at: number) => void leave(session.ask('take-back', { at })),
    /** Where the focus goes when the dialog shuts: back to its button, unless that is about to go. */
    focusAfter: () => (decided.current ? (listIn(box.current) ?? true) : true),
  }
}

function whichOf(asked: Asked | null, listed: Listed | null, chosen: Chosen | null): Chosen | null {
  if (asked === null || asked === 'chosen') return chosen
  return listed && { list: listed.list, ranges: [[asked.at, asked.at]] }
}
