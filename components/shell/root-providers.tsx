'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import { NotifyProvider } from '@/components/ui/notify'
import { PreferencesProvider } from '@/components/ui/preferences'

/** What every page stands in, signed in or not. */
export function RootProviders({
  nonce,
  children,
}: {
  nonce: string | undefined
  children: ReactNode
}) {
  return (
    <CSPProvider nonce={nonce}>
      <PreferencesProvider>
        <Tooltip.Provider>
          <NotifyProvider>{children}</NotifyProvider>
        </Tooltip.Provider>
      </PreferencesProvider>
    </CSPProvider>
  )
}
