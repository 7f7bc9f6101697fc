'use client'

import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useId, useRef, useState } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/notify'
import { Segmented } from '@/components/ui/segmented'
import type { EndpointMatches } from '@/lib/contract/directory-endpoint'
import { formatPhone } from '@/lib/format/phone'
import { lookUpEndpoints } from '@/lib/query/directory-lists'
import { personHref } from '@/lib/url/people-url'
import { pastedValues } from './look-up-values'

type Match = EndpointMatches['matches'][number]
type Shown = 'all' | 'missing' | 'found'

/** A pasted list of numbers and addresses, looked up at once: what each is, and what nobody has. */
export function LookUp({ maySeePeople }: { maySeePeople: boolean }) {
  const id = useId()
  const [text, setText] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const running = useRef<AbortController | null>(null)
  const looking = useMutation({
    mutationFn: (values: readonly string[]) => {
      running.current = new AbortController()
      return lookUpEndpoints(values, running.current.signal)
    },
  })
  const { values, repeated, beyond } = pastedValues(text)
  const matches = looking.data?.matches ?? []
  const missing = matches.filter(({ endpoints }) => endpoints.length === 0)
  const rows =
    shown === 'all'
      ? matches
      : matches.filter(({ endpoints }) => (endpoints.length === 0) === (shown === 'missing'))
  return (
    <div className="flex min-h-0 grow flex-col overflow-auto">
      <form
        className="flex flex-col gap-2 border-line border-b p-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (values.length > 0) looking.mutate(values)
        }}
      >
        <label htmlFor={id} className="font-semibold">
          Numbers and addresses, one a line
        </label>
        <textarea
          id={id}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          rows={6}
          spellCheck={false}
          placeholder={'+44 7897 897897\ndana@firm.example'}
          className="max-w-2xl rounded-md border border-line bg-panel p-2 font-mono text-[13px]"
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button
            type="submit"
            variant="primary"
            disabled={values.length === 0 || looking.isPending}
          >
            {looking.isPending ? 'Looking up…' : 'Look up'}
          </Button>
          {looking.isPending && <Button onClick={() => running.current?.abort()}>Cancel</Button>}
          <p className="text-muted">
            {values.length.toLocaleString('en-GB')} of at most 1,000, in any spelling
            {repeated > 0 && ` · ${repeated} stood there more than once`}
            {beyond > 0 && ` · ${beyond} beyond the thousand are left out`}
          </p>
        </div>
      </form>
      {looking.isError && !(running.current?.signal.aborted ?? false) && (
        <ProblemNotice error={looking.error} onRetry={() => looking.mutate(values)} inline />
      )}
      {looking.data !== undefined && (
        <section aria-label="What was found" className="p-4">
          <div className="mb-3 flex flex-wrap items-center gap-3">
            <p role="status">
              <strong className="font-semibold">
                {(matches.length - missing.length).toLocaleString('en-GB')} found
              </strong>
              , {missing.length.toLocaleString('en-GB')} not found
              {looking.data.unreadable > 0 && `, ${looking.data.unreadable} rows could not be read`}
            </p>
            <Segmented
              label="Which"
              size="sm"
              value={shown}
              onValueChange={setShown}
              options={[
                { value: 'all', label: 'All' },
                { value: 'missing', label: 'Not found' },
                { value: 'found', label: 'Found' },
              ]}
            />
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
          </div>
          <MatchTable rows={rows} maySeePeople={maySeePeople} />
        </section>
      )}
    </div>
  )
}

const HEAD = 'border-line border-b py-1 pr-4 text-left font-normal text-[12px] text-muted'

function MatchTable({ rows, maySeePeople }: { rows: readonly Match[]; maySeePeople: boolean }) {
  return (
    <table className="w-full max-w-4xl [overflow-wrap:anywhere]">
      <thead>
        <tr>
          {['As pasted', 'In Focus', 'Type', 'Owner', ''].map((title) => (
            <th key={title} scope="col" className={HEAD}>
              {title === '' ? <span className="sr-only">Active</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.flatMap(({ value, endpoints }) =>
          endpoints.length === 0
            ? [
                <tr key={value} className="border-line border-b">
                  <td className="py-1.5 pr-4 tabular-nums">{value}</td>
                  <td colSpan={4} className="py-1.5 text-external">
                    not found
                  </td>
                </tr>,
              ]
            : endpoints.map((endpoint) => (
                <tr key={`${value}|${endpoint.endpointId}`} className="border-line border-b">
                  <td className="py-1.5 pr-4 tabular-nums">{value}</td>
                  <td className="py-1.5 pr-4 tabular-nums">{formatPhone(endpoint.value ?? '—')}</td>
                  <td className="py-1.5 pr-4 text-muted">{endpoint.type ?? '—'}</td>
                  <td className="py-1.5 pr-4">
                    {endpoint.personId === null ? (
                      <span className="text-external">nobody</span>
                    ) : maySeePeople ? (
                      <Link
                        href={personHref(endpoint.personId)}
                        prefetch={false}
                        className="rounded text-accent underline underline-offset-3"
                      >
                        {endpoint.personName ?? `Person ${endpoint.personId}`}
                      </Link>
                    ) : (
                      (endpoint.personName ?? `Person ${endpoint.personId}`)
                    )}
                  </td>
                  <td className="py-1.5">
                    {endpoint.active === false && <Badge tone="warning">not active</Badge>}
                  </td>
                </tr>
              )),
        )}
      </tbody>
    </table>
  )
}
