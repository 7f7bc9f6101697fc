'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { IconButton } from '../ui/icon-button'
import { Input } from '../ui/input'
import type { Find } from './use-find'

/** The search field of the transcript, with "3 of 17". */
export function FindBox({ find, ref }: { find: Find; ref: Ref<HTMLInputElement> }) {
  const count =
    find.text.trim() === ''
      ? ''
      : find.hits.length === 0
        ? 'None'
        : `${find.at + 1} of ${find.hits.length}`
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' || event.key === 'F3') find.go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') {
      find.setText('')
      event.currentTarget.blur()
    } else return
    event.preventDefault()
  }
  return (
    <search className="flex items-center gap-1">
      <Input
        ref={ref}
        type="text"
        aria-label="Find in the transcript"
        placeholder="Find"
        value={find.text}
        onChange={(event) => find.setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="h-7! w-28 @2xl:w-40"
      />
      <span role="status" className="min-w-14 px-1 text-[12px] text-muted tabular-nums">
        {count}
      </span>
      <IconButton
        size="sm"
        label="Previous hit"
        shortcut="shift+Enter"
        icon={<ArrowUp size={14} aria-hidden />}
        disabled={find.hits.length === 0}
        onClick={() => find.go(-1)}
      />
      <IconButton
        size="sm"
        label="Next hit"
        shortcut="Enter"
        icon={<ArrowDown size={14} aria-hidden />}
        disabled={find.hits.length === 0}
        onClick={() => find.go(1)}
      />
    </search>
  )
}
