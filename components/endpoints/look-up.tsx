'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { endpointLookUpQuery } from '@/lib/query/directory-lists'
import type { AskWhy } from '@/lib/query/reasoned-export'
import { useKeptLookUp } from './kept-look-up'
import { LookUpResult } from './look-up-result'
import { pastedValues } from './look-up-values'

type LookUpProps = {
  /** When the reader's session began. */
  sessionUtc: string
  maySeePeople: boolean
  askWhy: AskWhy
}

/** A pasted list of numbers and addresses, looked up at once: what each is, and what nobody has. */
export function LookUp({ sessionUtc, maySeePeople, askWhy }: LookUpProps) {
  const id = useId()
  const client = useQueryClient()
  const [{ text, asked }, keep] = useKeptLookUp(sessionUtc)
  const { values, repeated, beyond } = pastedValues(text)
  const askedValues = asked === null ? [] : pastedValues(asked).values
  const query = endpointLookUpQuery(askedValues)
  const looking = useQuery({ ...query, enabled: askedValues.length > 0 })
  return (
    <div className="flex min-h-0 grow flex-col overflow-auto">
      <form
        className="flex flex-col gap-2 border-line border-b p-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (values.length === 0) return
          if (text === asked) void looking.refetch()
          else keep({ text, asked: text })
        }}
      >
        <label htmlFor={id} className="font-semibold">
          Numbers and addresses, one a line
        </label>
        <textarea
          id={id}
          value={text}
          onChange={(event) => keep({ text: event.currentTarget.value, asked })}
          rows={6}
          spellCheck={false}
          placeholder={'+44 7897 897897\ndana@firm.example'}
          className="max-w-2xl rounded-md border border-line bg-panel p-2 font-mono text-[13px]"
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button
            type="submit"
            variant="primary"
            disabled={values.length === 0 || looking.isFetching}
          >
            {looking.isFetching ? 'Looking up…' : 'Look up'}
          </Button>
          {looking.isFetching && (
            <Button onClick={() => void client.cancelQueries({ queryKey: query.queryKey })}>
              Cancel
            </Button>
          )}
          <p className="text-muted">
            {values.length.toLocaleString('en-GB')} of at most 1,000, in any spelling
            {repeated > 0 && ` · ${repeated} stood there more than once`}
            {beyond > 0 && ` · ${beyond} beyond the thousand are left out`}
          </p>
        </div>
      </form>
      {looking.isError && (
        <ProblemNotice error={looking.error} onRetry={() => void looking.refetch()} inline />
      )}
      {looking.data !== undefined && (
        <LookUpResult
          found={looking.data}
          values={askedValues}
          old={text !== asked}
          maySeePeople={maySeePeople}
          askWhy={askWhy}
        />
      )}
    </div>
  )
}
