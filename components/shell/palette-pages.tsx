'use client'

import { Command } from 'cmdk'
import { ArrowRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { openPages } from './navigation'
import { PaletteItem } from './palette-item'
import { usePageHref } from './use-page-href'
import { useViewer } from './viewer'

export function PalettePages({ onDone }: { onDone: () => void }) {
  const router = useRouter()
  const { permissions } = useViewer()
  const hrefOf = usePageHref()
  return (
    <Command.Group heading="Pages">
      {openPages(permissions).map((entry) => (
        <PaletteItem
          key={entry.href}
          value={`Page ${entry.label}`}
          icon={<ArrowRight size={15} aria-hidden />}
          onSelect={() => {
            onDone()
            router.push(hrefOf(entry))
          }}
        >
          {entry.label}
        </PaletteItem>
      ))}
    </Command.Group>
  )
}
