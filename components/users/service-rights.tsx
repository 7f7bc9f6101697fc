import { Check, X } from 'lucide-react'
import type { User } from '@/lib/contract/user'
import { judgeRights } from './feature-rights'

/** What works here under the rights of a service user, what does not, and what it holds beyond need. */
export function ServiceRights({ user }: { user: User }) {
  const { features, unneeded } = judgeRights(user)
  const lacking = features.filter(({ missing }) => missing.length > 0)
  return (
    <section aria-label="What its rights are enough for">
      <h3 className="font-semibold">What its rights are enough for</h3>
      <p className="mb-2 text-muted">
        {lacking.length === 0
          ? 'Everything this console does.'
          : `${lacking.length} of ${features.length} things this console does need a right that it lacks.`}{' '}
        Whoever administers Focus grants rights to it.
      </p>
      <ul className="flex flex-col">
        {features.map(({ name, rights, missing }) => (
          <li key={name} className="flex gap-2 border-line border-b py-1.5 last:border-b-0">
            {missing.length === 0 ? (
              <Check size={15} aria-hidden className="mt-0.5 shrink-0 text-ok" />
            ) : (
              <X size={15} aria-hidden className="mt-0.5 shrink-0 text-danger" />
            )}
            <span className="grow">
              {name}
              {missing.length > 0 && (
                <span className="block text-danger">lacks {missing.join(', ')}</span>
              )}
            </span>
            <span className="max-w-[55%] text-right text-[12px] text-muted">
              {rights.join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {unneeded.length > 0 && (
        <p className="mt-2 text-external">
          Held and needed by nothing here: {unneeded.join(', ')}.
        </p>
      )}
    </section>
  )
}
