'use client'

import { ChartsPanel } from '@/components/overview/charts-panel'
import { ConnectionCard } from '@/components/overview/connection-card'
import { ExpiryCard } from '@/components/overview/expiry-card'
import { LedgerCard } from '@/components/overview/ledger-card'
import { OverviewCard } from '@/components/overview/overview-card'
import { QueueCard } from '@/components/overview/queue-card'
import { LastRun } from '@/components/reconcile/last-run'
import { SearchBox } from '@/components/recordings/search-box'
import { NoPages } from '@/components/shell/no-pages'
import { useViewer } from '@/components/shell/viewer'
import { reconcileHref } from '@/lib/url/reconcile-url'

const NO_TAGS: readonly string[] = []

/** What each role comes for, first; below it, for those who may search, what the recordings are like. */
export function OverviewPage() {
  const { permissions } = useViewer()
  const may = (permission: (typeof permissions)[number]) => permissions.includes(permission)
  if (permissions.length === 0) return <NoPages />
  return (
    <div className="flex min-h-0 grow flex-col overflow-auto">
      <div className="grid grid-cols-1 gap-x-8 gap-y-5 px-4 py-4 lg:grid-cols-2 xl:grid-cols-3">
        {may('recordings.play') && <QueueCard />}
        {may('ledger.read') && <LedgerCard />}
        {may('retention.view') && <ExpiryCard />}
        {may('people.view') && (
          <OverviewCard title="Last reconciliation" href={reconcileHref()} more="Reconcile">
            <LastRun />
          </OverviewCard>
        )}
        {may('status.view') && <ConnectionCard />}
      </div>
      {may('recordings.search') && (
        <ChartsPanel
          renderSearch={(q, change) => (
            <SearchBox
              q={q}
              onQueryChange={(next, how) => change({ q: next }, how)}
              seenTags={NO_TAGS}
            />
          )}
        />
      )}
    </div>
  )
}
