import './globals.css'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { RootProviders } from '@/components/shell/root-providers'
import { FIRST_PAINT_SCRIPT } from '@/components/ui/preference-keys'

export const metadata: Metadata = {
  title: { default: 'Focus Console', template: '%s · Focus Console' },
  description: 'A console over recorded communications held in Focus',
  icons: '/icon.svg',
  robots: { index: false, follow: false },
  // Digits in a transcript are not numbers to dial.
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfbfa' },
    { media: '(prefers-color-scheme: dark)', color: '#131416' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    // The first script sets attributes on <html> before React sees it.
    <html
      lang="en-GB"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <head>
        {/* Browsers hide a nonce once read, so the attribute differs by the time React looks. */}
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own, which must run before the first paint
          dangerouslySetInnerHTML={{ __html: FIRST_PAINT_SCRIPT }}
        />
      </head>
      <body>
        <RootProviders nonce={nonce}>{children}</RootProviders>
      </body>
    </html>
  )
}
