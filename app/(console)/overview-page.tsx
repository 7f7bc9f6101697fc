'use client'

import { OpenFindings } from '@/components/audit/open-findings'
import { SILENT_ENDPOINTS, SilentEndpoints } from '@/components/endpoints/silent-endpoints'
import { ChartsPanel } from '@/components/overview/charts-panel'
import { ConnectionCard } from '@/components/overview/connection-card'
import { ExpiryCard } from '@/components/overview/expiry-card'
import { LedgerCard } from '@/components/overview/ledger-card'
import { OverviewCard } from '@/components/overview/overview-card'
import { QueueCard } from '@/components/overview/queue-card'
import { LastRun } from '@/components/reconcile/last-run'
import { SearchBox } from '@/components/recordings/search-box'
import { ViewLinks } from '@/components/saved-views/view-links'
import { NoPages } from '@/components/shell/no-pages'
import { useViewer } from '@/components/shell/viewer'
import { auditHref } from '@/lib/url/audit-url'
import { endpointsHref } from '@/lib/url/endpoints-url'
import { reconcileHref } from '@/lib/url/reconcile-url'
import { recordingsHref } from '@/lib/url/recordings-url'

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
        {may('recordings.search') && (
          <OverviewCard title="Saved searches" href={recordingsHref()} more="Recordings">
            <ViewLinks page="recordings" />
          </OverviewCard>
        )}
        {may('audit.read') && (
          <OverviewCard title="Findings of the last 7 days" href={auditHref()} more="Audit">
            <OpenFindings />
          </OverviewCard>
        )}
        {may('ledger.read') && <LedgerCard />}
        {may('retention.view') && <ExpiryCard />}
        {may('people.view') && (
          <OverviewCard title="Last reconciliation" href={reconcileHref()} more="Reconcile">
            <LastRun />
          </OverviewCard>
        )}
        {may('endpoints.view') && (
          <OverviewCard
            title="Silent for 90 days"
            href={endpointsHref({ q: SILENT_ENDPOINTS })}
            more="Endpoints"
          >
            <SilentEndpoints />
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
