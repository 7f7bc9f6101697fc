'use client'

import { Menu as MenuIcon, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { MaskSign } from '@/components/ui/mask-sign'
import type { Tenant } from './console-frame'
import { FoldedRail } from './folded-rail'
import { useOverlays } from './overlays'
import { useShownTitle } from './page-title'
import { ThemeMenu } from './theme-menu'
import { useViewer } from './viewer'
import { ZoneMenu } from './zone-menu'

type TopBarProps = {
  tenant: Tenant
  /** Beside the page's title. */
  children: ReactNode
}

export function TopBar({ tenant, children }: TopBarProps) {
  const { show } = useOverlays()
  const { pseudonyms } = useViewer()
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-line border-b bg-page px-4 print:hidden">
      <IconButton
        className="-ml-2 lg:hidden"
        label="Pages"
        icon={<MenuIcon size={18} aria-hidden />}
        onClick={() => show('pages')}
      />
      <FoldedRail />
      <h1 className="min-w-0 truncate font-semibold text-[15px]">{useShownTitle()}</h1>
      {children}
      <Badge round tone={tenant.sandbox ? 'neutral' : 'accent'}>
        {tenant.label}
      </Badge>
      {pseudonyms && (
        <Badge round tone="warning">
          <MaskSign />
          Names masked
        </Badge>
      )}
      <div className="grow" />
      <button
        type="button"
        onClick={() => show('palette')}
        aria-label="Search or jump to"
        aria-keyshortcuts="Meta+K Control+K"
        className="flex h-7.5 items-center gap-2 rounded-md border border-line bg-panel px-2.5 text-[13px] text-muted hover:border-line-strong hover:text-ink md:w-52"
      >
        <Search size={14} aria-hidden className="shrink-0 md:hidden" />
        <span className="hidden grow text-left md:inline">Search or jump to…</span>
        <Kbd keys="mod+k" className="hidden md:inline-flex" />
      </button>
      <ZoneMenu />
      <ThemeMenu />
    </header>
  )
}
