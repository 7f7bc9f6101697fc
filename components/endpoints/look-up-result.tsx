'use client'

import { useState } from 'react'
import { ExplainDialog } from '@/components/list/explain-dialog'
import { ExportDialog } from '@/components/list/export-dialog'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/notify'
import { usePreferences } from '@/components/ui/preferences'
import { Segmented } from '@/components/ui/segmented'
import type { EndpointMatches } from '@/lib/contract/directory-endpoint'
import { explainDirectoryQuery } from '@/lib/query/directory-lists'
import type { AskWhy } from '@/lib/query/reasoned-export'
import { LOOK_UP_SHEET, lookUpRows } from './look-up-sheet'
import { MatchTable } from './match-table'

const SHOWN = [
  { value: 'all', label: 'All' },
  { value: 'missing', label: 'Not found' },
  { value: 'found', label: 'Found' },
] as const
type Shown = (typeof SHOWN)[number]['value']

type LookUpResultProps = {
  found: EndpointMatches
  /** What was looked up. */
  values: string[]
  /** The pasted list has been changed since. */
  old: boolean
  maySeePeople: boolean
  askWhy: AskWhy
}

/** What became of each pasted value: to be read, explained and taken along. */
export function LookUpResult({ found, values, old, maySeePeople, askWhy }: LookUpResultProps) {
  const { zone } = usePreferences()
  const [shown, setShown] = useState<Shown>('all')
  const [dialog, setDialog] = useState<'explain' | 'export' | null>(null)
  const { matches, unreadable } = found
  const missing = matches.filter(({ endpoints }) => endpoints.length === 0)
  const chosen =
    shown === 'all'
      ? matches
      : matches.filter(({ endpoints }) => (endpoints.length === 0) === (shown === 'missing'))
  const rows = lookUpRows(chosen)
  const label = SHOWN.find(({ value }) => value === shown)?.label
  return (
    <section aria-label="What was found" className="p-4">
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <p role="status">
          <strong className="font-semibold">
            {(matches.length - missing.length).toLocaleString('en-GB')} found
          </strong>
          , {missing.length.toLocaleString('en-GB')} not found
          {unreadable > 0 && `, ${unreadable} rows could not be read`}
          {old && ' · of the list as it was looked up'}
        </p>
        <Segmented label="Which" size="sm" value={shown} onValueChange={setShown} options={SHOWN} />
        {missing.length > 0 && (
          <Button
            size="sm"
            onClick={() =>
              void navigator.clipboard
                .writeText(missing.map(({ value }) => value).join('\n'))
                .then(() => notify(`${missing.length} copied`))
            }
          >
            Copy what was not found
          </Button>
        )}
        <span className="flex">
          <Button size="sm" variant="quiet" onClick={() => setDialog('explain')}>
            Explain
          </Button>
          <Button size="sm" variant="quiet" onClick={() => setDialog('export')}>
            Export
          </Button>
        </span>
      </div>
      <MatchTable rows={chosen} maySeePeople={maySeePeople} />
      <ExplainDialog
        query={explainDirectoryQuery({ of: 'look-up', search: { values } })}
        title="The requests behind this look-up"
        description="What is sent to Focus, every value in the spellings it may be kept in, with the key and the token left out."
        open={dialog === 'explain'}
        onOpenChange={(open) => setDialog(open ? 'explain' : null)}
      />
      <ExportDialog
        of="endpoints"
        noun={{ one: 'row', many: 'rows' }}
        sheet={LOOK_UP_SHEET}
        read={async (write) => ({
          parts: [write(rows)],
          done: rows.length,
          total: rows.length,
          unreadable,
          stopped: null,
        })}
        filter={`look-up of ${values.length.toLocaleString('en-GB')} pasted values · ${label}`}
        zone={zone}
        rows={rows.length}
        askWhy={askWhy}
        open={dialog === 'export'}
        onOpenChange={(open) => setDialog(open ? 'export' : null)}
      />
    </section>
  )
}
