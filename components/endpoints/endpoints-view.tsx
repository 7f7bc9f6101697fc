'use client'

import { type ReactNode, useMemo } from 'react'
import { DirectoryView } from '@/components/directory/directory-view'
import { useRetentionNames } from '@/components/directory/use-retention-names'
import { useAddressState } from '@/components/filters/use-address-state'
import { usePreferences } from '@/components/ui/preferences'
import { Segmented } from '@/components/ui/segmented'
import type { AskWhy } from '@/lib/query/reasoned-export'
import { type EndpointsState, endpointsHref, parseEndpoints } from '@/lib/url/endpoints-url'
import { endpointColumns } from './endpoint-columns'
import { ENDPOINTS, endpointsAsked } from './endpoint-list'
import { EndpointPanel } from './endpoint-panel'
import { LookUp } from './look-up'

type EndpointsViewProps = {
  askWhy: AskWhy
  /** When the reader's session began. */
  sessionUtc: string
  maySeePeople: boolean
  maySearch: boolean
  children?: ReactNode
}

/** Every number and address that is recorded, and whose it is; or a pasted list of them, looked up. */
export function EndpointsView(props: EndpointsViewProps) {
  const { askWhy, maySeePeople, maySearch, children } = props
  const { zone } = usePreferences()
  const address = useAddressState<EndpointsState>(parseEndpoints, endpointsHref)
  const { state, change, arrivals } = address
  const { nameOf } = useRetentionNames()
  const columns = useMemo(() => endpointColumns(zone, nameOf), [zone, nameOf])
  const timeZone = zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone
  // "Now" is the moment the search was made: rows must not shift under a reader.
  const asked = useMemo(
    () => endpointsAsked(state.q, new Date().toISOString(), timeZone),
    [state.q, timeZone],
  )
  const lead = (
    <Segmented
      label="View"
      value={state.view}
      onValueChange={(view) => change({ view })}
      options={[
        { value: 'list', label: 'List' },
        { value: 'look-up', label: 'Look up' },
      ]}
    />
  )
  if (state.view === 'look-up')
    return (
      <>
        <div className="flex border-line border-b px-4 py-2.5">{lead}</div>
        <LookUp sessionUtc={props.sessionUtc} maySeePeople={maySeePeople} askWhy={askWhy} />
      </>
    )
  return (
    <DirectoryView
      model={ENDPOINTS}
      asked={asked}
      columns={columns}
      state={state}
      change={change}
      arrivals={arrivals}
      personKey="owner"
      renderPane={(endpoint) => (
        <EndpointPanel
          endpoint={endpoint}
          retentionName={nameOf}
          maySeePeople={maySeePeople}
          maySearch={maySearch}
        />
      )}
      askWhy={askWhy}
      lead={lead}
    >
      {children}
    </DirectoryView>
  )
}
