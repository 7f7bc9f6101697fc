'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { TokenEditor } from '@/components/filters/token-editor'
import { useRested } from '@/components/filters/use-rested'
import { TYPING_REST_MS } from '@/components/filters/use-token-box'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { auditActorsQuery } from '@/lib/query/audit'
import { peopleByNameQuery } from '@/lib/query/people'
import { AUDIT_KEYS, type AuditKey, auditKey, readAuditText } from '@/lib/url/audit-text'
import type { TokenKey } from '@/lib/url/query-text'
import { formatToken } from '@/lib/url/tokens'
import { ASKED_ACTIONS } from './audit-suggestions'
import { actionName } from './event-words'

export type AuditFilterKey = AuditKey | TokenKey

/** Everything that a filter of the audit can be made of, in words. */
export const OFFERED: readonly { key: AuditFilterKey; label: string }[] = [
  { key: 'subject', label: 'Whose call' },
  { key: 'actor', label: 'Who looked' },
  { key: 'recording', label: 'Recording' },
  { key: 'action', label: 'Action' },
  { key: 'result', label: 'Allowed or refused' },
  { key: 'address', label: 'Address it came from' },
  { key: 'person', label: 'Calls: who took part' },
  { key: 'number', label: 'Calls: number or address' },
  { key: 'tag', label: 'Calls: tag' },
  { key: 'type', label: 'Calls: kind' },
  { key: 'dir', label: 'Calls: direction' },
  { key: 'retention', label: 'Calls: retention group' },
]

type EditorProps = {
  filterKey: AuditFilterKey
  value: string
  negated: boolean
  seenTags: readonly string[]
  /** The whole token, ready for the search box. */
  onApply: (raw: string) => void
}

/** Makes or changes one filter by pointing. */
export function AuditFilterEditor(props: EditorProps) {
  const own = auditKey(props.filterKey)
  if (own === null) return <TokenEditor {...props} tokenKey={props.filterKey as TokenKey} /> // not one of ours, so one of theirs
  const editor = { ...props, filterKey: own }
  if (own === 'subject') return <SubjectEditor {...editor} />
  if (own === 'actor') return <ActorEditor {...editor} />
  if (own === 'action') return <ActionEditor {...editor} />
  if (own === 'result')
    return (
      <Options
        options={['refused', 'allowed'].map((value) => ({ value, label: value, detail: '' }))}
        onChoose={(value) => props.onApply(formatToken(own, value))}
      />
    )
  return <TextEditor {...editor} />
}

type OwnEditorProps = Omit<EditorProps, 'filterKey'> & { filterKey: AuditKey }

function SubjectEditor({ onApply }: OwnEditorProps) {
  const [name, setName] = useState('')
  const sought = useRested(name.trim(), TYPING_REST_MS)
  const found = useQuery({ ...peopleByNameQuery(sought), enabled: sought.length >= 2 })
  return (
    <div className="flex flex-col gap-2">
      <Input
        aria-label="Name of a person"
        placeholder="Type a name"
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Options
        options={(found.data?.people ?? []).map((person) => ({
          value: String(person.id),
          label: person.name,
          detail: person.department ?? person.type ?? '',
        }))}
        onChoose={(value) => onApply(formatToken('subject', value))}
      />
    </div>
  )
}

function ActorEditor({ onApply }: OwnEditorProps) {
  const [name, setName] = useState('')
  const actors = useQuery(auditActorsQuery())
  const word = name.trim().toLowerCase()
  return (
    <div className="flex flex-col gap-2">
      <Input
        aria-label="Name of somebody who looked"
        placeholder="Type a name"
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Options
        options={(actors.data?.actors ?? [])
          .filter((actor) => `${actor.name} ${actor.email ?? ''}`.toLowerCase().includes(word))
          .map((actor) => ({ value: actor.key, label: actor.name, detail: actor.email ?? '' }))}
        onChoose={(value) => onApply(formatToken('actor', value))}
      />
    </div>
  )
}

function ActionEditor({ value, onApply }: OwnEditorProps) {
  const [chosen, setChosen] = useState<readonly string[]>(
    value.split(',').flatMap((part) => part.trim() || []),
  )
  const strange = chosen.filter((action) => !(ASKED_ACTIONS as readonly string[]).includes(action))
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.length > 0) onApply(formatToken('action', chosen.join()))
      }}
    >
      <div className="flex flex-col">
        {[...ASKED_ACTIONS, ...strange].map((action) => (
          <Checkbox
            key={action}
            label={actionName(action)}
            checked={chosen.includes(action)}
            onCheckedChange={(on) =>
              setChosen(on ? [...chosen, action] : chosen.filter((other) => other !== action))
            }
          />
        ))}
      </div>
      <Button type="submit" size="sm" variant="primary" disabled={chosen.length === 0}>
        Apply
      </Button>
    </form>
  )
}

function TextEditor({ filterKey, onApply, ...rest }: OwnEditorProps) {
  const [value, setValue] = useState(rest.value)
  const raw = formatToken(filterKey, value.trim())
  const mistake = value.trim() === '' ? null : (readAuditText(raw).tokens[0]?.mistake ?? null)
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (value.trim() !== '' && mistake === null) onApply(raw)
      }}
    >
      <Input
        aria-label={`Value of ${filterKey}`}
        placeholder={AUDIT_KEYS.find((entry) => entry.key === filterKey)?.hint ?? ''}
        autoFocus
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      {mistake !== null && <p className="text-[12px] text-danger">{mistake}</p>}
      <Button
        type="submit"
        size="sm"
        variant="primary"
        disabled={value.trim() === '' || mistake !== null}
      >
        Apply
      </Button>
    </form>
  )
}

type OptionsProps = {
  options: readonly { value: string; label: string; detail: string }[]
  onChoose: (value: string) => void
}

function Options({ options, onChoose }: OptionsProps) {
  return (
    <ul className="-mx-1 max-h-56 overflow-y-auto">
      {options.slice(0, 50).map((option) => (
        <li key={option.value}>
          <button
            type="button"
            onClick={() => onChoose(option.value)}
            className="flex min-h-7 w-full items-center gap-3 rounded px-2 text-left hover:bg-sunk"
          >
            <span className="grow">{option.label}</span>
            <span className="truncate text-[12px] text-muted">{option.detail}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
