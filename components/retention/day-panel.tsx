'use client'

import { ExternalLink, X } from 'lucide-react'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button-class'
import { IconButton } from '@/components/ui/icon-button'
import type { RetentionGroup } from '@/lib/contract/retention'
import { kindLabel } from '@/lib/format/kind'
import { recordingsHref } from '@/lib/url/recordings-url'
import { formatToken } from '@/lib/url/tokens'
import { type DayLine, dayLines } from './day-lines'
import { dayFate } from './day-words'
import type { ForecastEnd } from './forecast-run'
import type { CountMap } from './forecast-tally'
import { dayWords, groupName, recordingsWords } from './period-words'

type DayPanelProps = {
  day: string
  today: string
  counts: CountMap
  moved: boolean
  groups: readonly RetentionGroup[]
  /** Null until all is read, and for those who may not open recordings. */
  examples: ForecastEnd['examples'] | null
  mayOpen: boolean
  onClose: () => void
}

/** One day: what would go, of which group and kind, and what only a hold keeps. */
export function DayPanel(props: DayPanelProps) {
  const { day, today, counts, moved, groups, examples, mayOpen, onClose } = props
  const { due, held } = dayLines(counts.values(), day)
  const ids = (examples ?? []).filter((example) => example.day === day)
  const sum = (lines: readonly DayLine[]) => lines.reduce((total, line) => total + line.now, 0)
  const past = day < today
  return (
    <aside
      aria-label={dayWords(day)}
      className="flex w-88 max-w-[45%] shrink-0 flex-col gap-4 overflow-y-auto border-line border-l p-4"
    >
      <div className="flex items-start gap-2">
        <div className="grow">
          <h2 className="font-semibold text-[15px]">{dayWords(day)}</h2>
          <p className="text-muted">{dayFate(sum(due), past)}</p>
        </div>
        <IconButton
          label="Close the day"
          size="sm"
          icon={<X size={15} aria-hidden />}
          onClick={onClose}
        />
      </div>
      {due.length > 0 && <Lines title="To be deleted" lines={due} moved={moved} groups={groups} />}
      {held.length > 0 && (
        <div className="flex flex-col gap-1">
          <Lines title="On hold" lines={held} moved={moved} groups={groups} />
          <p className="text-muted">
            {past || day === today
              ? `${recordingsWords(sum(held))} would be deleted when the hold is lifted.`
              : `Held beyond this day, ${sum(held) === 1 ? 'it' : 'they'} would be deleted when the hold is lifted.`}
          </p>
        </div>
      )}
      {mayOpen && (
        <Openings ids={ids} whole={sum(due) + sum(held)} known={examples !== null} past={past} />
      )}
    </aside>
  )
}

type LinesProps = {
  title: string
  lines: readonly DayLine[]
  moved: boolean
  groups: readonly RetentionGroup[]
}

function Lines({ title, lines, moved, groups }: LinesProps) {
  return (
    <table aria-label={title} className="w-full">
      <thead>
        <tr className="border-line border-b text-[12px] text-muted">
          <th scope="col" className="py-1 text-left font-medium">
            {title}
          </th>
          <th scope="col" className="text-left font-medium">
            Kind
          </th>
          <th scope="col" className="text-right font-medium">
            {moved ? 'Now' : 'Recordings'}
          </th>
          {moved && (
            <th scope="col" className="text-right font-medium">
              If moved
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr
            key={`${line.retentionGroupId} ${line.kind}`}
            className="border-line border-b last:border-b-0"
          >
            <td className="py-1 pr-2">{groupName(groups, line.retentionGroupId)}</td>
            <td className="pr-2">{kindLabel(line.kind)}</td>
            <td className="text-right tabular-nums">{line.now.toLocaleString('en-GB')}</td>
            {moved && (
              <td className="text-right tabular-nums">{line.moved.toLocaleString('en-GB')}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type OpeningsProps = {
  ids: ForecastEnd['examples']
  whole: number
  known: boolean
  past: boolean
}

/** Ways to the recordings themselves, for those who may search. */
function Openings({ ids, whole, known, past }: OpeningsProps) {
  const now = ids.filter(({ world }) => world === 'now').map(({ id }) => id)
  const moved = ids.filter(({ world }) => world === 'what-if').map(({ id }) => id)
  if (!known)
    return <p className="text-muted">They can be opened when all recordings have been read.</p>
  return (
    <div className="flex flex-col items-start gap-2">
      {now.length > 0 && (
        <OpenLink
          ids={now}
          words={
            now.length < whole
              ? `Open ${now.length} of ${whole}`
              : `Open ${now.length === 1 ? 'it' : `all ${now.length}`}`
          }
        />
      )}
      {moved.length > 0 && (
        <OpenLink ids={moved} words={`Open ${moved.length} that would come here`} />
      )}
      {past && now.length === 0 && whole > 0 && (
        <p className="text-muted">
          What is past its day and not on hold may be gone, so there is nothing to open.
        </p>
      )}
    </div>
  )
}

function OpenLink({ ids, words }: { ids: readonly number[]; words: string }) {
  return (
    <Link
      href={recordingsHref({ q: formatToken('id', ids.join(',')) })}
      prefetch={false}
      className={buttonClass('default', 'sm')}
    >
      <ExternalLink size={13} aria-hidden />
      {words} in Recordings
    </Link>
  )
}
