'use client'

import { usePathname } from 'next/navigation'
import { Suspense } from 'react'
import { SavedViews } from '@/components/saved-views/saved-views'
import { useOpenedView } from '@/components/saved-views/use-opened-view'
import { entryOf } from '@/components/shell/navigation'
import { roleNames, useViewer } from '@/components/shell/viewer'
import { VIEW_PAGES } from '@/lib/contract/saved-view'
import { viewPageAt } from '@/lib/url/view-address'

/** The views of the list on screen, beside its title; nothing on other pages. */
export function PageViews() {
  const pathname = usePathname()
  const { permissions } = useViewer()
  const page = viewPageAt(pathname)
  const [opened, setOpened] = useOpenedView(pathname)
  if (page === null || !permissions.includes(VIEW_PAGES[page])) return null
  return (
    <Suspense>
      <SavedViews
        page={page}
        opened={opened}
        onOpened={setOpened}
        label={entryOf(pathname)?.label ?? page}
        roleName={(role) => roleNames([role])}
      />
    </Suspense>
  )
}
