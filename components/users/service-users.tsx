import { Badge } from '@/components/ui/badge'
import { FactList, type FactRow } from '@/components/ui/fact-list'
import type { User } from '@/lib/contract/user'
import { ServiceRights } from './service-rights'
import { userName } from './user-list'

/** The user this console calls Focus as, with what its rights are enough for, and those of other programs beside it. */
export function ServiceUsers({ users }: { users: readonly User[] }) {
  const ours = users.filter((user) => user.ours)
  const others = users.filter(({ serviceUser, ours }) => serviceUser === true && !ours)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label="Service users" className="min-h-0 grow overflow-auto p-4">
      <div className="flex max-w-3xl flex-col gap-8">
        {ours.length === 0 && (
          <p className="text-muted">
            None of these users is the one this console calls Focus as: Focus does not list it.
            Status tells who that is, and what it was refused so far.
          </p>
        )}
        {ours.map((user) => (
          <section key={user.userId} aria-label={userName(user)}>
            <h2 className="mb-2 flex flex-wrap items-center gap-2 font-semibold text-[15px]">
              {userName(user)}
              <span className="font-normal text-[13px] text-muted">{user.username}</span>
              <Badge tone="accent">this console</Badge>
              {user.active === false && <Badge tone="warning">not active</Badge>}
            </h2>
            <ServiceRights user={user} />
          </section>
        ))}
        {others.length > 0 && (
          <section aria-label="Service users of other programs">
            <h2 className="font-semibold text-[15px]">Service users of other programs</h2>
            <p className="mb-2 text-muted">
              Focus marks these as well. What they need is not known here; what they hold is.
            </p>
            <FactList
              rows={others.map((user): FactRow => [userName(user), user.rights.join(', ')])}
            />
          </section>
        )}
      </div>
    </section>
  )
}
