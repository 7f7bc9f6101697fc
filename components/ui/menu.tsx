'use client'

import { Menu as Base } from '@base-ui/react/menu'
import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './kbd'

const ITEM =
  'flex min-h-7 cursor-default select-none items-center gap-2 rounded px-2 py-1 text-[13px] outline-none data-highlighted:bg-sunk data-disabled:opacity-50'

type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
}

export function Menu({ trigger, children, align = 'start', side = 'bottom' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={4} className="z-50 outline-none">
          <Base.Popup className="max-h-[min(28rem,var(--available-height))] min-w-44 overflow-y-auto rounded-lg border border-line bg-panel p-1 shadow-overlay outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

type MenuItemProps = {
  children: ReactNode
  onSelect?: () => void
  icon?: ReactNode
  shortcut?: string
  disabled?: boolean
  danger?: boolean
  /** Renders the item as something else, a link say. */
  render?: ReactElement
}

export function MenuItem(props: MenuItemProps) {
  const { children, onSelect, icon, shortcut, disabled, danger, render } = props
  return (
    <Base.Item
      onClick={onSelect}
      disabled={disabled}
      {...(render !== undefined && { render })}
      className={clsx(ITEM, danger && 'text-danger')}
    >
      {icon}
      <span className="grow">{children}</span>
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </Base.Item>
  )
}

type MenuCheckboxItemProps = {
  children: ReactNode
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  disabled?: boolean
}

/** Stays open, so that several can be ticked. */
export function MenuCheckboxItem({ children, ...rest }: MenuCheckboxItemProps) {
  return (
    <Base.CheckboxItem {...rest} closeOnClick={false} className={ITEM}>
      <span className="inline-flex size-4">
        <Base.CheckboxItemIndicator>
          <Check size={14} aria-hidden />
        </Base.CheckboxItemIndicator>
      </span>
      <span className="grow">{children}</span>
    </Base.CheckboxItem>
  )
}

type MenuChoiceProps<T extends string> = {
  label: string
  value: T
  onValueChange: (value: T) => void
  options: readonly { value: T; label: ReactNode }[]
}

/** One of several, with a heading. */
export function MenuChoice<T extends string>(props: MenuChoiceProps<T>) {
  const { label, value, onValueChange, options } = props
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 py-1 text-[12px] text-muted">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onValueChange}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={ITEM}>
            <span className="inline-flex size-4">
              <Base.RadioItemIndicator>
                <Check size={14} aria-hidden />
              </Base.RadioItemIndicator>
            </span>
            <span className="grow">{option.label}</span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 py-1 text-[12px] text-muted">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />
}
