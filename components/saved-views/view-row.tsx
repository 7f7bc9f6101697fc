'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, Star, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Role } from '@/lib/contract/permission'
import type { SavedView } from '@/lib/contract/saved-view'
import { removeView, setDefaultView, viewsChange } from '@/lib/query/saved-views'

type ViewRowProps = {
  view: SavedView
  /** The page's name. */
  label: string
  roleName: (role: Role) => string
  shown: boolean
  onOpen: () => void
  onRemoved: () => void
}

/** One view: opens it, makes it the one the page opens with, removes it. */
export function ViewRow({ view, label, roleName, shown, onOpen, onRemoved }: ViewRowProps) {
  const { id, page, name, own, by, sharedWith, isDefault } = view
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const bin = useRef<HTMLButtonElement>(null)
  const change = useMutation(
    viewsChange(
      client,
      (what: 'default' | 'remove') =>
        what === 'remove' ? removeView(id) : setDefaultView({ page, id: isDefault ? null : id }),
      (_all, what) => {
        if (what === 'remove') onRemoved()
      },
    ),
  )
  const whose = !own ? by : sharedWith === null ? null : `shared with ${roleName(sharedWith)}s`
  return (
    <li className="flex flex-col">
      <div className="flex items-center">
        <button
          type="button"
          onClick={onOpen}
          aria-current={shown || undefined}
          className="flex min-h-7 min-w-0 grow items-center gap-2 rounded px-2 text-left hover:bg-sunk"
        >
          <span className="inline-flex size-4 shrink-0">
            {shown && <Check size={14} aria-hidden />}
          </span>
          <span className="flex min-w-0 flex-col py-0.5">
            <span className="truncate">{name}</span>
            {whose !== null && <span className="truncate text-[12px] text-muted">{whose}</span>}
          </span>
        </button>
        <IconButton
          size="sm"
          label={
            isDefault
              ? `Open ${label} without “${name}”`
              : `Open ${label} with “${name}” from now on`
          }
          pressed={isDefault}
          icon={<Star size={14} aria-hidden fill={isDefault ? 'currentColor' : 'none'} />}
          disabled={change.isPending}
          focusableWhenDisabled
          onClick={() => change.mutate('default')}
        />
        {own && (
          <IconButton
            size="sm"
            label={`Remove “${name}”`}
            icon={<Trash2 size={14} aria-hidden />}
            ref={bin}
            onClick={() => setAsking(true)}
          />
        )}
      </div>
      {asking && (
        <p className="flex items-center gap-2 px-2 py-1">
          <span className="grow text-muted">
            {sharedWith === null ? 'Remove it?' : 'Remove it, for everybody?'}
          </span>
          <Button
            size="sm"
            variant="danger"
            disabled={change.isPending}
            focusableWhenDisabled
            onClick={() => change.mutate('remove')}
          >
            Remove
          </Button>
          <Button
            size="sm"
            variant="quiet"
            autoFocus
            onClick={() => {
              setAsking(false)
              bin.current?.focus()
            }}
          >
            Keep
          </Button>
        </p>
      )}
      {change.error !== null && <ProblemNotice inline error={change.error} />}
    </li>
  )
}
