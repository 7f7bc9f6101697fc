'use client'

import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Menu, MenuChoice } from '@/components/ui/menu'
import { usePreferences } from '@/components/ui/preferences'
import { zoneName } from '@/lib/format/instant'

const never = () => () => {}

/** The reader's own zone in words; the server cannot know it. */
export function useLocalZoneName(): string {
  return useSyncExternalStore(
    never,
    () => zoneName('local'),
    () => 'Local time',
  )
}

/** Where every clock on the page is read. */
export function ZoneMenu() {
  const { zone, setZone } = usePreferences()
  const local = useLocalZoneName()
  const shown = zone === 'utc' ? 'UTC' : local
  return (
    <Menu
      align="end"
      trigger={
        <Button
          variant="quiet"
          size="sm"
          className="hidden text-[13px] sm:inline-flex"
          aria-label={`Time zone: ${shown}`}
        >
          {shown}
        </Button>
      }
    >
      <MenuChoice
        label="Times are shown in"
        value={zone}
        onValueChange={setZone}
        options={[
          { value: 'local', label: `Local (${local})` },
          { value: 'utc', label: 'UTC' },
        ]}
      />
    </Menu>
  )
}
