'use client'

import { Contrast } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuChoice } from '@/components/ui/menu'
import { usePreferences } from '@/components/ui/preferences'

export function ThemeMenu() {
  const { theme, setTheme } = usePreferences()
  return (
    <Menu
      align="end"
      trigger={
        <IconButton className="-mr-2" label="Theme" icon={<Contrast size={16} aria-hidden />} />
      }
    >
      <MenuChoice
        label="Theme"
        value={theme}
        onValueChange={setTheme}
        options={[
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
          { value: 'system', label: 'As the device has it' },
        ]}
      />
    </Menu>
  )
}
