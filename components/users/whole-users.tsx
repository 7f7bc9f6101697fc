'use client'

import type { ReactNode } from 'react'
import type { DirectoryAsked } from '@/components/directory/directory-model'
import { gatheredWords, hereWords } from '@/components/directory/directory-words'
import { unreadableWords } from '@/components/list/list-extent'
import { useGatheredList } from '@/components/list/use-gathered-list'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import type { User, UserPage } from '@/lib/contract/user'
import { USERS } from './user-list'

type WholeUsersProps = {
  asked: DirectoryAsked<User, UserPage>
  /** Stands above whatever becomes of the reading; `read` are the users that have come, whether they fit or not. */
  head?: (read: readonly User[]) => ReactNode
  children: (users: readonly User[]) => ReactNode
}

/** What can only be told of all users: they are read to the last, with progress, and shown as they come. */
export function WholeUsers({ asked, head, children }: WholeUsersProps) {
  const { gathered, cancel, again } = useGatheredList(asked.source, true)
  if (gathered === null) return null
  const { state, rows, total, error, unreadable } = gathered
  const users = asked.here === null ? rows : asked.here.filter(rows)
  if (state === 'failed' && rows.length === 0)
    return (
      <>
        {head?.(rows)}
        <ProblemNotice error={error} onRetry={again} />
      </>
    )
  if (rows.length === 0 && state === 'reading')
    return (
      <>
        {head?.(rows)}
        <div className="max-w-md p-6">
          <Progress label="Reading users" value={null} text="" />
        </div>
      </>
    )
  const here = hereWords(asked.here?.words ?? [], false, USERS.noun)
  const left = unreadableWords({
    total,
    reach: 0,
    ended: true,
    unreadable: { 0: unreadable },
  })
  return (
    <>
      {head?.(rows)}
      {(state !== 'ended' || left !== null || here !== null || gathered.stopped) && (
        <div className="flex items-center gap-3 border-line border-b px-4 py-2 text-muted">
          <p role="status">
            {gatheredWords(gathered, users.length, asked.here !== null, USERS.noun)}
            {left !== null && ` · ${left}`}
            {here !== null && ` · ${here}`}
          </p>
          {state === 'reading' ? (
            <Button size="sm" onClick={cancel}>
              Cancel
            </Button>
          ) : (
            state !== 'ended' && (
              <Button size="sm" onClick={again}>
                Read again
              </Button>
            )
          )}
        </div>
      )}
      {(users.length > 0 || state !== 'reading') && children(users)}
    </>
  )
}
