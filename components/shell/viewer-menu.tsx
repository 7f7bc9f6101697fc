'use client'

import { clsx } from 'clsx'
import { LogOut } from 'lucide-react'
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu'
import { signOut } from './sign-out'
import { roleNames, useViewer } from './viewer'

const WIDE = 'grow px-2 py-1'

/** Who I am and as what, and the way out. Initials where the rail is narrow, unless `always` in words. */
export function ViewerMenu({ always = false }: { always?: boolean }) {
  const { name, roles } = useViewer()
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          aria-label={`${name}, ${roleNames(roles)}`}
          className={clsx(
            'flex min-w-0 items-center rounded-md text-left hover:bg-sunk data-popup-open:bg-sunk',
            always
              ? WIDE
              : 'size-8 justify-center rail-wide:h-auto rail-wide:w-auto rail-wide:grow rail-wide:justify-start rail-wide:px-2 rail-wide:py-1',
          )}
        >
          {!always && (
            <span
              aria-hidden
              className="inline-flex size-6 items-center justify-center rounded-full bg-accent-ground font-semibold text-[11px] text-accent rail-wide:hidden"
            >
              {initials(name)}
            </span>
          )}
          <span className={clsx('min-w-0', !always && 'hidden rail-wide:block')}>
            <span className="block truncate text-ink">{name}</span>
            <span className="block truncate text-[12px] text-muted">{roleNames(roles)}</span>
          </span>
        </button>
      }
    >
      <MenuGroup label={`Signed in as ${name}, ${roleNames(roles)}`}>
        <MenuItem icon={<LogOut size={14} aria-hidden />} onSelect={() => void signOut()}>
          Sign out
        </MenuItem>
      </MenuGroup>
    </Menu>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return letters
    .map((word) => (word === undefined ? '' : [...word][0]))
    .join('')
    .toUpperCase()
}
