'use client'

import { CloudOff, LogIn, RefreshCw } from 'lucide-react'
import { type ReactNode, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { connection } from '@/lib/query/connection'
import { signInFromHere } from './sign-out'
import { useReconnect } from './use-reconnect'

/** What stands between this page and its server, above what is still shown: signed out, offline, or out of date. */
export function ConnectionBanners() {
  const { signedOut, unreachable, stale } = useSyncExternalStore(
    connection.subscribe,
    connection.read,
    connection.readOnServer,
  )
  const online = useSyncExternalStore(
    subscribeToNetwork,
    () => navigator.onLine,
    () => true,
  )
  useReconnect(online && unreachable)
  return (
    <div role="status" aria-label="Connection" className="shrink-0 empty:hidden print:hidden">
      {signedOut && (
        <Banner
          icon={<LogIn size={14} aria-hidden />}
          text="You are signed out. What is on screen stays."
        >
          <Button size="sm" onClick={() => location.assign(signInFromHere())}>
            Sign in and come back here
          </Button>
        </Banner>
      )}
      {stale && (
        <Banner
          icon={<RefreshCw size={14} aria-hidden />}
          text="This page is older than the server. Some of it may not load until it is reloaded."
        >
          <Button size="sm" onClick={() => location.reload()}>
            Reload the page
          </Button>
        </Banner>
      )}
      {!online && (
        <Banner
          icon={<CloudOff size={14} aria-hidden />}
          text="This browser is offline. What is on screen stays; it goes on when the connection is back."
        />
      )}
      {online && unreachable && (
        <Banner
          icon={<CloudOff size={14} aria-hidden />}
          text="The console’s server does not answer. What is on screen stays; it is tried again by itself."
        />
      )}
    </div>
  )
}

function Banner({ icon, text, children }: { icon: ReactNode; text: string; children?: ReactNode }) {
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-2.5 border-line border-b bg-accent-ground px-4 py-1 text-ink">
      {icon}
      <span className="min-w-0 grow">{text}</span>
      {children}
    </div>
  )
}

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
