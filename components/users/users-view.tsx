'use client'

import { type ReactNode, useMemo } from 'react'
import { DirectoryView } from '@/components/directory/directory-view'
import { useAddressState } from '@/components/filters/use-address-state'
import { usePreferences } from '@/components/ui/preferences'
import { Segmented } from '@/components/ui/segmented'
import type { User } from '@/lib/contract/user'
import type { AskWhy } from '@/lib/query/reasoned-export'
import { parseUsers, type UsersState, usersHref } from '@/lib/url/users-url'
import { CompareUsers } from './compare-users'
import { RightsView } from './rights-view'
import { ServiceUsers } from './service-users'
import { userColumns } from './user-columns'
import { USERS, usersAsked } from './user-list'
import { UserPanel } from './user-panel'
import { WholeUsers } from './whole-users'

type UsersViewProps = { askWhy: AskWhy; children?: ReactNode }

const VIEWS = [
  { value: 'list', label: 'List' },
  { value: 'rights', label: 'Matrix' },
  { value: 'compare', label: 'Compare' },
  { value: 'service', label: 'Service user' },
] as const

/** Everybody who can log in to Focus, and what they may do there. */
export function UsersView({ askWhy, children }: UsersViewProps) {
  const { zone } = usePreferences()
  const { state, change, arrivals } = useAddressState<UsersState>(parseUsers, usersHref)
  const { view, left, right, q } = state
  const timeZone = zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone
  // "Now" is the moment the search was made: rows must not shift under a reader.
  const asked = useMemo(() => usersAsked(q, new Date().toISOString(), timeZone), [q, timeZone])
  // Two are chosen among all there are, whatever the list was filtered by.
  const everybody = useMemo(() => usersAsked('', new Date().toISOString(), timeZone), [timeZone])
  const columns = useMemo(() => userColumns(zone), [zone])
  const lead = (
    <Segmented
      label="View"
      value={view === 'roles' ? 'rights' : view}
      onValueChange={(next) => change({ view: next })}
      options={VIEWS}
    />
  )
  const compare = ({ userId }: User) =>
    change({ view: 'compare', left: { kind: 'user', userId }, right: null })
  if (view === 'list')
    return (
      <DirectoryView
        model={USERS}
        asked={asked}
        columns={columns}
        state={state}
        change={change}
        arrivals={arrivals}
        personKey={null}
        renderPane={(user) => <UserPanel user={user} onCompare={() => compare(user)} />}
        askWhy={askWhy}
        lead={lead}
      >
        {children}
      </DirectoryView>
    )
  if (view === 'rights' || view === 'roles')
    return (
      <RightsView
        asked={asked}
        q={q}
        onQueryChange={(next, how = 'push') => change({ q: next, at: null, row: null }, how)}
        by={view}
        onByChange={(by) => change({ view: by })}
        onOpen={({ userId }) =>
          change({ view: 'list', q: `user:${userId}`, at: userId, row: 0, pane: true })
        }
        lead={lead}
      />
    )
  return (
    <>
      <div className="flex items-center gap-3 border-line border-b px-4 py-2.5">{lead}</div>
      <WholeUsers asked={everybody}>
        {(users) =>
          view === 'compare' ? (
            <CompareUsers users={users} left={left} right={right} onChange={change} />
          ) : (
            <ServiceUsers users={users} />
          )
        }
      </WholeUsers>
    </>
  )
}
