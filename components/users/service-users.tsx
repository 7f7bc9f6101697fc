import type { User } from '@/lib/contract/user'
import { ServiceRights } from './service-rights'
import { userName } from './user-list'

/** The users that programs sign in as, this console’s own among them, with what their rights are enough for. */
export function ServiceUsers({ users }: { users: readonly User[] }) {
  const services = users.filter(({ serviceUser }) => serviceUser === true)
  if (services.length === 0)
    return (
      <p className="p-4 text-muted">
        Focus marks none of these users as a service user. Status tells what this console was
        refused so far.
      </p>
    )
  return (
    <div className="min-h-0 grow overflow-auto p-4">
      <div className="flex max-w-3xl flex-col gap-8">
        {services.map((user) => (
          <section key={user.userId} aria-label={userName(user)}>
            <h2 className="mb-2 font-semibold text-[15px]">
              {userName(user)}{' '}
              <span className="font-normal text-[13px] text-muted">{user.username}</span>
            </h2>
            <ServiceRights user={user} />
          </section>
        ))}
      </div>
    </div>
  )
}
