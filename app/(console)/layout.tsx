import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { ConsoleFrame } from '@/components/shell/console-frame'
import { currentSession } from '@/lib/access/session'
import { tenant } from '@/lib/access/tenant'
import { signInHref } from '@/lib/url/pages'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const session = await currentSession()
  if (session === null) redirect(signInHref((await headers()).get('x-path') ?? '/'))
  const { name, roles, permissions } = session
  return (
    <ConsoleFrame viewer={{ name, roles, permissions }} tenant={tenant()}>
      {children}
    </ConsoleFrame>
  )
}
