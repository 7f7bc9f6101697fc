'use client'

import { Command } from 'cmdk'
import { Clock, Keyboard, LogOut, Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePreferences } from '@/components/ui/preferences'
import { useOverlays } from './overlays'
import { PaletteItem } from './palette-item'
import { signOut } from './sign-out'
import { useLocalZoneName } from './zone-menu'

type Action = {
  label: string
  icon: ReactNode
  keywords: string[]
  shortcut?: string
  run: () => void
}

export function PaletteActions({ onDone }: { onDone: () => void }) {
  const actions = useActions()
  return (
    <Command.Group heading="Actions">
      {actions.map((action) => (
        <PaletteItem
          key={action.label}
          value={action.label}
          icon={action.icon}
          keywords={action.keywords}
          {...(action.shortcut !== undefined && { shortcut: action.shortcut })}
          onSelect={() => {
            onDone()
            action.run()
          }}
        >
          {action.label}
        </PaletteItem>
      ))}
    </Command.Group>
  )
}

/** What does something now; what already holds is left out. */
function useActions(): Action[] {
  const { theme, setTheme, zone, setZone, shortcuts, setShortcuts } = usePreferences()
  const { show } = useOverlays()
  const local = useLocalZoneName()
  const actions: (Action | false)[] = [
    theme !== 'light' && {
      label: 'Light theme',
      icon: <Sun size={15} aria-hidden />,
      keywords: ['appearance', 'bright', 'colour'],
      run: () => setTheme('light'),
    },
    theme !== 'dark' && {
      label: 'Dark theme',
      icon: <Moon size={15} aria-hidden />,
      keywords: ['appearance', 'night', 'colour'],
      run: () => setTheme('dark'),
    },
    theme !== 'system' && {
      label: 'Theme as the device has it',
      icon: <Monitor size={15} aria-hidden />,
      keywords: ['appearance', 'system', 'auto'],
      run: () => setTheme('system'),
    },
    zone === 'local'
      ? {
          label: 'Show times in UTC',
          icon: <Clock size={15} aria-hidden />,
          keywords: ['zone', 'clock'],
          run: () => setZone('utc'),
        }
      : {
          label: `Show times in ${local}`,
          icon: <Clock size={15} aria-hidden />,
          keywords: ['zone', 'clock', 'local'],
          run: () => setZone('local'),
        },
    {
      label: 'Show all keys',
      icon: <Keyboard size={15} aria-hidden />,
      keywords: ['shortcuts', 'help', 'keyboard'],
      ...(shortcuts && { shortcut: '?' }),
      run: () => show('keys'),
    },
    {
      label: shortcuts ? 'Turn off single-key shortcuts' : 'Turn on single-key shortcuts',
      icon: <Keyboard size={15} aria-hidden />,
      keywords: ['keyboard'],
      run: () => setShortcuts(!shortcuts),
    },
    {
      label: 'Sign out',
      icon: <LogOut size={15} aria-hidden />,
      keywords: ['log off', 'leave'],
      run: () => void signOut(),
    },
  ]
  return actions.filter((action) => action !== false)
}
