'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { notify } from '@/components/ui/notify'
import { Select } from '@/components/ui/select'
import type { Role } from '@/lib/contract/permission'
import { MOST_VIEW_QUERY, type SavedView, type ViewPage } from '@/lib/contract/saved-view'
import { Problem } from '@/lib/problem/problem'
import { saveView, viewsChange } from '@/lib/query/saved-views'
import { isConflict, NewerView } from './newer-view'

const NOBODY = 'nobody'

type ViewFormProps = {
  page: ViewPage
  roleName: (role: Role) => string
  /** Those that may open the page. */
  roles: readonly Role[]
  /** The view to rename or share; null to save the list on screen as a new one. */
  view: SavedView | null
  query: string
  onSaved: (view: { id: string; updatedUtc: string | null }) => void
  onCancel: () => void
}

/** A view's name, and who sees it. What another tab changed meanwhile is told of, and replaced only then. */
export function ViewForm(props: ViewFormProps) {
  const { page, roleName, roles, view, query, onSaved, onCancel } = props
  const client = useQueryClient()
  const [name, setName] = useState(view?.name ?? '')
  const [sharedWith, setSharedWith] = useState<Role | null>(view?.sharedWith ?? null)
  // Not what is read again meanwhile: nobody has seen that here.
  const [openedUtc] = useState(view?.updatedUtc ?? null)
  const save = useMutation(
    viewsChange(
      client,
      (knownUtc: string | null) =>
        saveView({
          knownUtc,
          ...{ id: view?.id ?? null, page, sharedWith },
          ...{ name: name.trim(), query: view?.query ?? query },
        }),
      ({ id, views }) => {
        notify('View saved', name.trim())
        onSaved({ id, updatedUtc: views.find((saved) => saved.id === id)?.updatedUtc ?? null })
      },
    ),
  )
  const tooLong = view === null && query.length > MOST_VIEW_QUERY
  const changedElsewhere = isConflict(save.error)
  const issues = save.error instanceof Problem ? (save.error.issues ?? []) : []
  const issueAt = (field: string) => issues.find(({ path }) => path === field)?.message
  const [wrong, notShared] = [issueAt('name'), issueAt('sharedWith')]
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '' && !tooLong && !save.isPending)
          save.mutate(changedElsewhere ? (view?.updatedUtc ?? null) : openedUtc)
      }}
    >
      <Field label="Name" error={wrong}>
        <Input
          autoFocus
          maxLength={80}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value)
            if (!changedElsewhere) save.reset()
          }}
        />
      </Field>
      <div className="flex flex-col gap-1">
        <span className="font-medium text-[12px] text-muted">Who sees it</span>
        <Select
          label="Who sees it"
          value={sharedWith ?? NOBODY}
          onValueChange={(next) => {
            setSharedWith(next === NOBODY ? null : next)
            if (notShared !== undefined) save.reset()
          }}
          options={[
            { value: NOBODY, label: 'Only me' },
            ...roles.map((role) => ({ value: role, label: `Every ${roleName(role)}` })),
          ]}
        />
        <p className="text-[12px] text-muted">
          {sharedWith === null
            ? 'It holds filters, order and columns, not the rows.'
            : 'They see its name and filters as you wrote them, also those to whom names are masked. What it finds depends on their own rights.'}
        </p>
      </div>
      {notShared !== undefined && (
        <p role="alert" className="text-danger">
          {notShared}
        </p>
      )}
      {tooLong && (
        <p role="alert" className="text-danger">
          These filters are too long to be saved. Take some away.
        </p>
      )}
      {save.error !== null && wrong === undefined && notShared === undefined && (
        <ProblemNotice error={save.error} inline />
      )}
      {changedElsewhere && view !== null && <NewerView view={view} roleName={roleName} />}
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          Back
        </Button>
        <Button
          type="submit"
          variant="primary"
          disabled={name.trim() === '' || tooLong || save.isPending}
        >
          Save
        </Button>
      </div>
    </form>
  )
}
