import type { Person } from '@/lib/contract/person'
import type { RetentionGroup } from '@/lib/contract/retention'
import { daysWords, yearsWords } from '@/lib/format/days'
import { kindLabel } from '@/lib/format/kind'
import { retentionInForce } from './retention-in-force'

type RetentionPanelProps = { person: Person; groups: readonly RetentionGroup[] }

/** Which retention holds for somebody’s calls, why, and for how long. */
export function RetentionPanel({ person, groups }: RetentionPanelProps) {
  const { group, sentence } = retentionInForce(person, groups)
  const elsewhere = person.endpoints.filter(
    ({ retentionGroupId }) =>
      retentionGroupId !== null && retentionGroupId !== (person.retentionGroupId ?? group?.id),
  )
  const nameOf = (id: number) => groups.find((one) => one.id === id)?.name ?? `Group ${id}`
  return (
    <section aria-label="Retention">
      <h3 className="mb-1 font-semibold">Retention</h3>
      <p className="leading-relaxed">{sentence}</p>
      {group !== null && (
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
          {group.periods.map(({ mediaType, days }) => (
            <li key={mediaType}>
              <span className="text-muted">
                {mediaType === 'default' ? 'Everything else' : kindLabel(mediaType)}
              </span>{' '}
              <span className="tabular-nums">{daysWords(days)}</span>
              {yearsWords(days) !== null && (
                <span className="text-muted"> ({yearsWords(days)})</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {elsewhere.map(({ endpointId, value, retentionGroupId }) => (
        <p key={endpointId} className="mt-2 text-external">
          Endpoint {value ?? endpointId} is in {nameOf(retentionGroupId ?? 0)}. Which of the two
          holds, Focus does not say.
        </p>
      ))}
    </section>
  )
}
