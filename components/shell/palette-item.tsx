'use client'

import { Command } from 'cmdk'
import type { ReactNode } from 'react'
import { Kbd } from '@/components/ui/kbd'

type PaletteItemProps = {
  /** Unique in the palette; what typing matches. */
  value: string
  icon: ReactNode
  children: ReactNode
  onSelect: () => void
  keywords?: string[]
  shortcut?: string
  /** Shown whatever is typed. */
  forceMount?: boolean
}

export function PaletteItem(props: PaletteItemProps) {
  const { value, icon, children, onSelect, keywords, shortcut, forceMount } = props
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      {...(keywords !== undefined && { keywords })}
      {...(forceMount !== undefined && { forceMount })}
      className="flex min-h-8 items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-sunk"
    >
      <span className="text-muted">{icon}</span>
      <span className="min-w-0 grow truncate">{children}</span>
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </Command.Item>
  )
}
