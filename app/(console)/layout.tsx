import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { ReasonsProvider } from '@/components/reasons/reasons'
import { ConsoleFrame } from '@/components/shell/console-frame'
import { currentSession } from '@/lib/access/session'
import { tenant } from '@/lib/access/tenant'
import { viewerOf } from '@/lib/access/viewer'
import { signInHref } from '@/lib/url/pages'
import { PageViews } from './page-views'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const session = await currentSession()
  if (session === null) redirect(signInHref((await headers()).get('x-path') ?? '/'))
  const viewer = viewerOf(session)
  return (
    <ConsoleFrame viewer={viewer} tenant={tenant()} beside={<PageViews />}>
      <ReasonsProvider policy={viewer.reasons} startedUtc={viewer.startedUtc}>
        {children}
      </ReasonsProvider>
    </ConsoleFrame>
  )
}
