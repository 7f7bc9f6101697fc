'use client'

import Link from 'next/link'
import { kindLabel } from '@/lib/format/kind'
import { ChartTable } from './chart-table'
import { type Question, recordingsBehind } from './recordings-behind'
import type { Tally } from './tally'

type TranscriptProps = { tally: Tally; question: Question }

/** Of each kind, the share that has a transcript. */
export function TranscriptBars({ tally, question }: TranscriptProps) {
  return (
    <ul aria-hidden className="flex flex-col gap-1.5">
      {tally.transcripts.map(({ kind, with: have, without, unknown }) => {
        const all = have + without + unknown
        return (
          <li key={kind} className="grid grid-cols-[8rem_1fr_4rem] items-center gap-3 text-[12px]">
            <span className="truncate text-muted">{kindLabel(kind)}</span>
            <span className="flex h-3.5 overflow-hidden rounded-[2px] bg-sunk">
              <Part
                share={have / all}
                colour="var(--series-4)"
                href={recordingsBehind.transcripts(question, kind, true)}
                title={`${have} with a transcript`}
              />
              <Part
                share={without / all}
                colour="var(--series-2)"
                href={recordingsBehind.transcripts(question, kind, false)}
                title={`${without} without one`}
              />
            </span>
            <span className="text-right tabular-nums">{Math.floor((have / all) * 100)} %</span>
          </li>
        )
      })}
    </ul>
  )
}

type PartProps = { share: number; colour: string; href: string | null; title: string }

function Part({ share, colour, href, title }: PartProps) {
  if (share === 0) return null
  const look = { width: `${share * 100}%`, background: colour }
  if (href === null) return <span title={title} style={look} />
  return (
    <Link
      href={href}
      prefetch={false}
      tabIndex={-1}
      title={title}
      className="hover:opacity-75"
      style={look}
    />
  )
}

export function TranscriptTable({ tally, question }: TranscriptProps) {
  return (
    <ChartTable
      label="Transcripts by kind"
      heads={['Kind', 'With', 'Without', 'Not stated']}
      rows={tally.transcripts.map(({ kind, with: have, without, unknown }) => ({
        key: kind,
        name: kindLabel(kind),
        href: null,
        cells: [
          { count: have, href: recordingsBehind.transcripts(question, kind, true) },
          { count: without, href: recordingsBehind.transcripts(question, kind, false) },
          { count: unknown, href: null },
        ],
      }))}
    />
  )
}
