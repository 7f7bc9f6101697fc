'use client'

import { Command } from 'cmdk'
import { Bookmark } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useSavedViews } from '@/lib/query/use-saved-views'
import { PAGES } from '@/lib/url/pages'
import { viewHref } from '@/lib/url/view-address'
import { entryOf } from './navigation'
import { PaletteItem } from './palette-item'

/** Saved views of every page, by page and name. */
export function PaletteViews({ onDone }: { onDone: () => void }) {
  const router = useRouter()
  const { saved } = useSavedViews()
  if (saved === undefined || saved.views.length === 0) return null
  return (
    <Command.Group heading="Saved views">
      {saved.views.map((view) => (
        <PaletteItem
          key={view.id}
          value={`View ${view.id}`}
          keywords={[view.name, view.page, view.by]}
          icon={<Bookmark size={15} aria-hidden />}
          onSelect={() => {
            onDone()
            router.push(viewHref(view))
          }}
        >
          {entryOf(PAGES[view.page])?.label}: {view.name}
        </PaletteItem>
      ))}
    </Command.Group>
  )
}
