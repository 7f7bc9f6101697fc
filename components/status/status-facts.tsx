import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import type { Status } from '@/lib/contract/status'
import { roughDuration } from '@/lib/format/duration'
import { circuitState, tokenState, type WriteInstant } from './status-words'

/** Four short lists: tenant, token, upstream, server. */
export function StatusFacts({ status, write }: { status: Status; write: WriteInstant }) {
  const { tenant, token, upstream, server } = status
  const tokenNow = tokenState(status)
  const circuitNow = circuitState(status)
  const at = (utc: string | null) => (utc === null ? '—' : write(utc))
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-8 sm:grid-cols-2 min-[88rem]:grid-cols-4">
      <Facts title="Tenant">
        <Fact name="Kind">{tenant.kind === 'sandbox' ? 'Sandbox' : 'Focus'}</Fact>
        <Fact name="Name">{tenant.label}</Fact>
        <Fact name="Host">{tenant.host}</Fact>
        <Fact name="Client id">{tenant.clientId}</Fact>
        <Fact name="Service user">{tenant.serviceUser}</Fact>
      </Facts>
      <Facts title="Token">
        <Fact name="State">
          <Badge tone={tokenNow.tone}>{tokenNow.label}</Badge>
        </Fact>
        <Fact name="Age">{token.ageMs === null ? '—' : roughDuration(token.ageMs)}</Fact>
        <Fact name="Obtained">{at(token.obtainedUtc)}</Fact>
        <Fact name="Expires">{at(token.expiresUtc)}</Fact>
      </Facts>
      <Facts title="Connection to Focus">
        <Fact name="Circuit">
          <Badge tone={circuitNow.tone}>{circuitNow.label}</Badge>
        </Fact>
        <Fact name="Tried again">{at(upstream.reopensUtc)}</Fact>
        <Fact name="Paused until">{at(upstream.pausedUntilUtc)}</Fact>
        <Fact name="Under way">{upstream.inFlight}</Fact>
        <Fact name="Waiting">{upstream.queued}</Fact>
      </Facts>
      <Facts title="This console">
        <Fact name="Version">{server.version}</Fact>
        <Fact name="Running since">{write(server.startedUtc)}</Fact>
      </Facts>
    </div>
  )
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="border-line border-b pb-1.5 font-semibold">{title}</h2>
      <dl className="mt-2 grid grid-cols-[7rem_1fr] gap-y-1">{children}</dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words tabular-nums">{children}</dd>
    </>
  )
}
