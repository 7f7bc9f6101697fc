'use client'

import type { ReactNode } from 'react'
import type { DirectoryAsked } from '@/components/directory/directory-model'
import { DirectoryToolbar } from '@/components/directory/directory-toolbar'
import { EmptyDirectory } from '@/components/directory/empty-directory'
import { useSeenValues } from '@/components/directory/use-seen-values'
import type { User, UserPage } from '@/lib/contract/user'
import { RightsMatrix } from './rights-matrix'
import { USERS } from './user-list'
import { WholeUsers } from './whole-users'

type RightsViewProps = {
  asked: DirectoryAsked<User, UserPage>
  q: string
  onQueryChange: (q: string, how?: 'push' | 'replace') => void
  by: 'rights' | 'roles'
  onByChange: (by: 'rights' | 'roles') => void
  onOpen: (user: User) => void
  lead: ReactNode
}

/** The matrix of rights, of those whom the search of the list finds. */
export function RightsView(props: RightsViewProps) {
  const { asked, q, onQueryChange, by, onByChange, onOpen, lead } = props
  return (
    <WholeUsers
      asked={asked}
      head={(read) => <Search read={read} q={q} onQueryChange={onQueryChange} lead={lead} />}
    >
      {(users) =>
        users.length === 0 ? (
          <EmptyDirectory noun={USERS.noun} filtered={q !== ''} onClear={() => onQueryChange('')} />
        ) : (
          <RightsMatrix users={users} by={by} onByChange={onByChange} onOpen={onOpen} />
        )
      }
    </WholeUsers>
  )
}

type SearchProps = Pick<RightsViewProps, 'q' | 'onQueryChange' | 'lead'> & {
  read: readonly User[]
}

function Search({ read, q, onQueryChange, lead }: SearchProps) {
  const seen = useSeenValues(read, USERS.valuesIn)
  return (
    <DirectoryToolbar
      noun={USERS.noun.many}
      placeholder={USERS.placeholder}
      keys={USERS.keys}
      personKey={null}
      q={q}
      onQueryChange={onQueryChange}
      seen={seen}
      lead={lead}
    />
  )
}
