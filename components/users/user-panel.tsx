'use client'

import { useState } from 'react'
import { AllFields } from '@/components/ui/all-fields'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { FactList, type FactRow } from '@/components/ui/fact-list'
import { usePreferences } from '@/components/ui/preferences'
import type { User } from '@/lib/contract/user'
import { groupRights } from './roles'
import { ServiceRights } from './service-rights'
import { userName } from './user-list'
import { activeWord, factorWord, loginWords } from './user-words'

type UserPanelProps = { user: User; onCompare: () => void }

/** One user beside the list: who, since when unseen, and what they may do. */
export function UserPanel({ user, onCompare }: UserPanelProps) {
  const { zone } = usePreferences()
  const [nowMs] = useState(Date.now)
  const { username, email, roles, rights, active, userId } = user
  const rows: FactRow[] = [
    ['Username', username],
    ['E-mail', email],
    ['Active', activeWord(user)],
    ['Last login', loginWords(user, zone, nowMs)],
    ['Second factor', factorWord(user)],
    ['Roles', roles.join(', ')],
    ['User id', userId],
  ]
  return (
    <div className="flex flex-col gap-5 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold text-[15px]">{userName(user)}</h2>
        {(user.serviceUser === true || user.ours) && (
          <Badge tone="accent">{user.ours ? 'this console’s service user' : 'service user'}</Badge>
        )}
        {active === false && <Badge tone="warning">not active</Badge>}
        <span className="grow" />
        <Button onClick={onCompare}>Compare with another</Button>
      </div>
      <FactList rows={rows} />
      <section aria-label="Rights">
        <h3 className="mb-1 font-semibold">
          {rights.length === 0 ? 'No rights' : `Rights (${rights.length})`}
        </h3>
        <FactList
          rows={groupRights(rights).map(
            ({ about, rights: theirs }): FactRow => [
              about,
              theirs.map((right) => right.slice(about.length + 1) || right).join(', '),
            ],
          )}
        />
      </section>
      {user.ours && <ServiceRights user={user} />}
      <AllFields of={user} />
    </div>
  )
}
