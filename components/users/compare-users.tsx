'use client'

import { ArrowLeftRight, Check } from 'lucide-react'
import { useId, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { usePreferences } from '@/components/ui/preferences'
import type { User } from '@/lib/contract/user'
import { formatSide, parseSide, type Side } from '@/lib/url/users-url'
import {
  type Compared,
  comparedOf,
  type Difference,
  differences,
  differenceWords,
  sideFacts,
} from './compare-sides'
import { rolesOf } from './roles'
import { userName } from './user-list'

type CompareUsersProps = {
  users: readonly User[]
  left: Side | null
  right: Side | null
  onChange: (sides: { left: Side | null; right: Side | null }) => void
}

/** Two users, two roles, or one of each, with what only one of them has. */
export function CompareUsers({ users, left, right, onChange }: CompareUsersProps) {
  const a = left === null ? null : comparedOf(left, users)
  const b = right === null ? null : comparedOf(right, users)
  return (
    <div className="min-h-0 grow overflow-auto p-4">
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <SideSelect
          label="One"
          users={users}
          side={left}
          onChange={(side) => onChange({ left: side, right })}
        />
        <IconButton
          label="Swap the two"
          icon={<ArrowLeftRight size={15} aria-hidden />}
          onClick={() => onChange({ left: right, right: left })}
        />
        <SideSelect
          label="The other"
          users={users}
          side={right}
          onChange={(side) => onChange({ left, right: side })}
        />
      </div>
      {a === null || b === null ? (
        <p className="text-muted">
          Choose two users, two roles, or one of each, to see what only one of them may do.
        </p>
      ) : (
        <ComparedTable a={a} b={b} />
      )}
    </div>
  )
}

type SideSelectProps = {
  label: string
  users: readonly User[]
  side: Side | null
  onChange: (side: Side | null) => void
}

function SideSelect({ label, users, side, onChange }: SideSelectProps) {
  const id = useId()
  const people = [...users].sort((x, y) => userName(x).localeCompare(userName(y), 'en-GB'))
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-[12px] text-muted">
        {label}
      </label>
      {/* The browser's own: it is searched by typing, however many there are. */}
      <select
        id={id}
        value={side === null ? '' : formatSide(side)}
        onChange={(event) => onChange(parseSide(event.currentTarget.value))}
        className="h-8 w-64 max-w-full rounded-md border border-line bg-panel px-2"
      >
        <option value="">Choose…</option>
        <optgroup label="Roles">
          {rolesOf(users).map(({ role }) => (
            <option key={role} value={formatSide({ kind: 'role', role })}>
              {role}
            </option>
          ))}
        </optgroup>
        <optgroup label="Users">
          {people.map((user) => (
            <option key={user.userId} value={formatSide({ kind: 'user', userId: user.userId })}>
              {userName(user)}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  )
}

const CELL = 'border-line border-b py-1.5 pr-4 align-top'

function ComparedTable({ a, b }: { a: Compared; b: Compared }) {
  const { zone } = usePreferences()
  const [nowMs] = useState(Date.now)
  const [mine, theirs] = [sideFacts(a, zone, nowMs), sideFacts(b, zone, nowMs)]
  const facts: [string, string, string][] = [
    ['Active', mine.active, theirs.active],
    ['Last login', mine.login, theirs.login],
    ['Second factor', mine.factor, theirs.factor],
  ]
  const roles = differences(a.roles, b.roles)
  const rights = differences(a.rights, b.rights)
  return (
    <>
      <p role="status" className="mb-3">
        {differenceWords(rights, a.name, b.name)}
      </p>
      <table aria-label="Side by side" className="w-full max-w-3xl table-fixed">
        <thead>
          <tr className="text-left">
            <th scope="col" className={CELL}>
              <span className="sr-only">What</span>
            </th>
            {[a, b].map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: there are two places, whoever stands in them
              <th key={at} scope="col" className={`${CELL} font-semibold`}>
                {one.name}
                {one.kind === 'role' && (
                  <span className="block font-normal text-[12px] text-muted">
                    a role, as{' '}
                    {one.people.length === 1
                      ? 'its one holder has it'
                      : `its ${one.people.length} holders have it`}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map(([name, left, right]) => (
            <tr key={name}>
              <th scope="row" className={`${CELL} text-left font-normal text-muted`}>
                {name}
              </th>
              <td className={CELL}>{left}</td>
              <td className={CELL}>{right}</td>
            </tr>
          ))}
          {roles.map((one) => (
            <DifferenceRow key={`role ${one.what}`} head={`Role ${one.what}`} difference={one} />
          ))}
          {rights.map((one) => (
            <DifferenceRow key={one.what} head={one.what} difference={one} />
          ))}
        </tbody>
      </table>
    </>
  )
}

type DifferenceRowProps = { head: string; difference: Difference }

function DifferenceRow({ head, difference }: DifferenceRowProps) {
  const { left, right } = difference
  return (
    <tr className={left === right ? '' : 'bg-accent-ground'}>
      <th scope="row" className={`${CELL} pl-1 text-left font-normal`}>
        {head}
      </th>
      {[left, right].map((holding, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: there are two places
        <td key={at} className={CELL}>
          {holding === 'all' ? (
            <span className="inline-flex items-center gap-1">
              <Check size={15} aria-hidden className="text-accent" /> yes
            </span>
          ) : holding === 'some' ? (
            'some of them'
          ) : (
            <span className="text-muted">no</span>
          )}
        </td>
      ))}
    </tr>
  )
}
