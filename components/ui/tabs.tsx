'use client'

import { Tabs as Base } from '@base-ui/react/tabs'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'

type TabsProps<T extends string> = {
  /** The accessible name of the row of tabs. */
  label: string
  value: T
  onValueChange: (value: T) => void
  tabs: readonly { value: T; label: ReactNode; disabled?: boolean }[]
  /** `TabPanel`s. */
  children: ReactNode
  /** At the end of the row of tabs. */
  actions?: ReactNode
  className?: string
}

/** Tabs over panels. Only the chosen panel is in the page. */
export function Tabs<T extends string>(props: TabsProps<T>) {
  const { label, value, onValueChange, tabs, children, actions, className } = props
  return (
    <Base.Root
      value={value}
      onValueChange={onValueChange}
      className={clsx('flex min-h-0 flex-col', className)}
    >
      <div className="flex shrink-0 items-center gap-3 border-line border-b px-4">
        <Base.List aria-label={label} activateOnFocus className="flex h-9 gap-4">
          {tabs.map((tab) => (
            <Base.Tab
              key={tab.value}
              value={tab.value}
              disabled={tab.disabled}
              className="-mb-px border-transparent border-b-2 text-muted hover:text-ink data-disabled:opacity-50 data-active:border-ink data-active:font-semibold data-active:text-ink"
            >
              {tab.label}
            </Base.Tab>
          ))}
        </Base.List>
        <div className="grow" />
        {actions}
      </div>
      {children}
    </Base.Root>
  )
}

type TabPanelProps = { value: string; children: ReactNode; className?: string }

export function TabPanel({ value, children, className }: TabPanelProps) {
  return (
    <Base.Panel
      value={value}
      className={clsx('min-h-0 grow focus-visible:-outline-offset-2', className)}
    >
      {children}
    </Base.Panel>
  )
}
