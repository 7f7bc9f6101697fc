'use client'

import type { ReactNode } from 'react'
import { QueryProvider } from '@/lib/query/provider'
import { ConnectionBanners } from './connection-banners'
import { KeepSession } from './keep-session'
import { KeyMap } from './key-map'
import { OverlaysProvider } from './overlays'
import { PageTitleProvider } from './page-title'
import { Palette } from './palette'
import { Rail } from './rail'
import { TopBar } from './top-bar'
import { type Viewer, ViewerProvider } from './viewer'

export type Tenant = { label: string; sandbox: boolean }

type ConsoleFrameProps = {
  viewer: Viewer
  tenant: Tenant
  /** Beside the page's title. */
  beside: ReactNode
  children: ReactNode
}

/** The shell around every page of the console. The page gets the rest of the window and scrolls in itself. */
export function ConsoleFrame({ viewer, tenant, beside, children }: ConsoleFrameProps) {
  return (
    <ViewerProvider viewer={viewer}>
      <QueryProvider>
        <OverlaysProvider>
          <PageTitleProvider>
            <a
              href="#content"
              className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-md focus:bg-panel focus:px-3 focus:py-2 focus:shadow-overlay"
            >
              Skip to the content
            </a>
            <div className="flex h-dvh min-h-0 print:h-auto">
              <Rail />
              <div className="flex min-w-0 grow flex-col">
                <TopBar tenant={tenant}>{beside}</TopBar>
                <ConnectionBanners />
                <main
                  id="content"
                  tabIndex={-1}
                  className="flex min-h-0 grow flex-col overflow-auto outline-none"
                >
                  {children}
                </main>
              </div>
            </div>
            <KeepSession />
            <Palette />
            <KeyMap />
          </PageTitleProvider>
        </OverlaysProvider>
      </QueryProvider>
    </ViewerProvider>
  )
}
