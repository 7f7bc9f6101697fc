'use client'

import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { useRemembered } from '@/components/table/use-table-layout'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { ENCODINGS, type Encoding } from '@/lib/reconcile/file/encodings'
import {
  type ColumnMapping,
  HR_FIELDS,
  type HrField,
  type ReconcileRules,
} from '@/lib/reconcile/model'
import { FIELD_WORDS } from './field-words'
import type { Reconciliation } from './reconcile-session'
import { RulesForm } from './rules-form'
import {
  mappingKey,
  parseMapping,
  parseRules,
  readRetentionRules,
  readRights,
} from './rules-memory'
import type { TableSeen } from './worker-messages'

type ColumnsFormProps = {
  table: TableSeen
  /** The country of this console. */
  defaultCountry: string
  failure: Reconciliation['failure']
  onCompare: (mapping: ColumnMapping, rules: ReconcileRules) => void
  /** The file is to be read in another encoding. */
  onReadAs: (encoding: Encoding) => void
  onOther: () => void
}

const IDENTITIES: readonly HrField[] = [
  'employeeNumber',
  'fullName',
  'lastName',
  'email',
  'phone',
  'mobile',
]
const OPTIONS = [
  { value: 'none', label: 'Not used' },
  ...HR_FIELDS.map((field) => ({ value: field, label: FIELD_WORDS[field] })),
]

/** What each column means, guessed and to be corrected, and by which rules is compared. */
export function ColumnsForm(props: ColumnsFormProps) {
  const { table, defaultCountry, failure, onCompare, onReadAs, onOther } = props
  const [kept, keep] = useRemembered(mappingKey(table.heading))
  const [keptRules, keepRules] = useRemembered('focus-console.reconcile-rules')
  const [corrected, correct] = useState<{ of: TableSeen; mapping: ColumnMapping } | null>(null)
  // Read in another encoding, the file may have other headings.
  const mapping =
    corrected?.of === table
      ? corrected.mapping
      : (parseMapping(kept, table.heading.length) ?? table.guess)
  const rules = parseRules(keptRules)
  const retention = readRetentionRules(rules.retentionText)
  const known = IDENTITIES.some((field) => mapping[field] !== undefined)
  const fieldOf = (column: number) =>
    HR_FIELDS.find((field) => mapping[field]?.includes(column)) ?? 'none'
  const choose = (column: number, chosen: string) => {
    const next: Partial<Record<HrField, readonly number[]>> = {}
    for (const field of HR_FIELDS) {
      const columns = (mapping[field] ?? []).filter((other) => other !== column)
      const own = field === chosen ? [...columns, column].sort((a, b) => a - b) : columns
      if (own.length > 0) next[field] = own
    }
    correct({ of: table, mapping: next })
  }
  const compare = () => {
    keep(JSON.stringify(mapping))
    onCompare(mapping, {
      today: Temporal.Now.plainDateISO().toString(),
      defaultCountry: rules.defaultCountry ?? defaultCountry,
      retention: retention.rules,
      silentDays: rules.silentDays,
      privilegedRights: readRights(rules.privilegedText),
    })
  }
  return (
    <div className="flex min-h-0 grow flex-col overflow-auto">
      <div className="flex flex-wrap items-center gap-3 border-line border-b px-4 py-2">
        <p role="status" className="min-w-0 grow">
          <span className="font-semibold">{table.fileName}</span>
          <span className="text-muted">
            {' '}
            · {table.lines.toLocaleString('en-GB')} {table.lines === 1 ? 'line' : 'lines'}
            {table.problems > 0 && `, ${table.problems.toLocaleString('en-GB')} cannot be read`}
            {factsOf(table)} · stays in this browser
          </span>
        </p>
        {table.encoding !== null && (
          <Select
            label="Letters are read as"
            value={table.encoding}
            onValueChange={onReadAs}
            options={ENCODING_OPTIONS}
          />
        )}
        <Button onClick={onOther}>Another file</Button>
        <Button variant="primary" disabled={!known} onClick={compare}>
          Compare with Focus
        </Button>
      </div>
      {failure !== null && 'words' in failure && (
        <p role="alert" className="border-line border-b bg-danger-ground px-4 py-1.5 text-danger">
          {failure.words}
        </p>
      )}
      {failure !== null && 'error' in failure && (
        <ProblemNotice inline error={failure.error} onRetry={compare} />
      )}
      <div className="grid grid-cols-1 gap-8 px-4 py-4 xl:grid-cols-[minmax(0,3fr)_minmax(20rem,2fr)]">
        <section aria-label="Columns" className="min-w-0">
          <h2 className="pb-2 font-semibold">What the columns mean</h2>
          {!known && (
            <p className="pb-2 text-danger">
              Choose a column that says who somebody is: employee number, name, e-mail or phone.
            </p>
          )}
          <table className="w-full">
            <thead>
              <tr className="text-left text-[12px] text-muted">
                <th scope="col" className="border-line border-b py-1 font-normal">
                  Column
                </th>
                <th scope="col" className="border-line border-b py-1 font-normal">
                  Means
                </th>
                <th scope="col" className="border-line border-b py-1 font-normal">
                  For example
                </th>
              </tr>
            </thead>
            <tbody>
              {table.heading.map((head, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; headings may be the same
                <tr key={column} className="border-line border-b">
                  <th scope="row" className="max-w-48 truncate py-1 pr-3 text-left font-medium">
                    {head || `Column ${column + 1}`}
                  </th>
                  <td className="py-1 pr-3">
                    <Select
                      label={`${head || `Column ${column + 1}`} means`}
                      size="sm"
                      value={fieldOf(column)}
                      onValueChange={(chosen) => choose(column, chosen)}
                      options={OPTIONS}
                      className="w-44"
                    />
                  </td>
                  <td className="max-w-72 truncate py-1 text-muted">
                    {(table.samples[column] ?? []).join(' · ') || '—'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <RulesForm
          rules={rules}
          defaultCountry={defaultCountry}
          wrong={retention.wrong}
          onRulesChange={(next) => keepRules(JSON.stringify(next))}
        />
      </div>
    </div>
  )
}

const ENCODING_OPTIONS = Object.entries(ENCODINGS).map(([value, label]) => ({
  value: value as Encoding, // its keys are the encodings
  label,
}))

const SEPARATOR_WORDS: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

function factsOf({ separator, sheet }: TableSeen): string {
  if (sheet !== null) return ` · sheet “${sheet}”`
  return separator === null ? '' : ` · separated by ${SEPARATOR_WORDS[separator] ?? separator}`
}
