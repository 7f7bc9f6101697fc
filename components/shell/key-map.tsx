'use client'

import { Fragment, useSyncExternalStore } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { usePreferences } from '@/components/ui/preferences'
import { useShortcut } from '@/components/ui/shortcut'
import { shownShortcuts, subscribeToShortcuts } from '@/components/ui/shortcut-registry'
import { Switch } from '@/components/ui/switch'
import { groupShortcuts } from './group-shortcuts'
import { useOverlays } from './overlays'

const NONE = [] as const

/** Every key that works on the page as it stands, by what it is for. */
export function KeyMap() {
  const { shown, show } = useOverlays()
  const { shortcuts, setShortcuts } = usePreferences()
  const registered = useSyncExternalStore(subscribeToShortcuts, shownShortcuts, () => NONE)
  useShortcut('?', 'Show all keys', () => show('keys'), { group: 'Everywhere' })

  return (
    <Dialog
      title="Keys"
      size="lg"
      open={shown === 'keys'}
      onOpenChange={(open) => show(open ? 'keys' : null)}
    >
      <Switch
        label="Single-key shortcuts"
        description="Turn off when speech input or a stray key sets them off. Chords with Ctrl or ⌘ keep working."
        checked={shortcuts}
        onCheckedChange={setShortcuts}
      />
      <div className="mt-5 columns-1 gap-10 sm:columns-2">
        {groupShortcuts(registered).map((group) => (
          <section key={group.name} className="mb-5 break-inside-avoid" aria-label={group.name}>
            <h3 className="mb-1 font-semibold text-[12px] text-muted">{group.name}</h3>
            <dl className="divide-y divide-line">
              {group.entries.map((entry) => (
                <div key={entry.description} className="flex items-center gap-4 py-1">
                  <dt className="grow">{entry.description}</dt>
                  <dd className="flex shrink-0 items-center gap-1">
                    {entry.keys.map((keys, index) => (
                      <Fragment key={keys}>
                        {index > 0 && <span className="text-[11px] text-muted">or</span>}
                        <Kbd keys={keys} />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
