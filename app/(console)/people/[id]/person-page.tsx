'use client'

import { PersonView } from '@/components/people/person-view'
import { useViewer } from '@/components/shell/viewer'
import { API } from '@/lib/contract/api'
import { PersonRecordings } from './person-recordings'

/** One person, with their recordings for those who may search them. */
export function PersonPage({ personId }: { personId: number }) {
  const { permissions } = useViewer()
  return (
    <PersonView
      personId={personId}
      recordings={
        permissions.includes(API.searchRecordings.permission) ? (
          <PersonRecordings personId={personId} />
        ) : (
          <p className="text-muted">
            Your role is shown how much is recorded of somebody, not which recordings.
          </p>
        )
      }
    />
  )
}
