'use client'

import { X } from 'lucide-react'
import { type CSSProperties, type ReactNode, useRef, useState } from 'react'
import { useRemembered } from '@/components/table/use-table-layout'
import { IconButton } from '@/components/ui/icon-button'

type SplitPaneProps = {
  /** Under this the width is remembered. */
  name: string
  list: ReactNode
  /** Null while the pane is closed. */
  pane: ReactNode | null
  onClose: () => void
}

const LEAST = 30
const MOST = 70
const INITIAL = 42

function bound(percent: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.round(percent)))
}

/** The list and, beside it, the row at hand. Below 1200 px the pane lies over the list. */
export function SplitPane({ name, list, pane, onClose }: SplitPaneProps) {
  const box = useRef<HTMLDivElement>(null)
  const [text, remember] = useRemembered(`focus-console.${name}.pane`)
  const [dragged, setDragged] = useState<number | null>(null)
  const percent = dragged ?? bound(Number(text) || INITIAL)
  const at = (clientX: number) => {
    const rect = box.current?.getBoundingClientRect()
    return rect === undefined ? INITIAL : bound(((rect.right - clientX) / rect.width) * 100)
  }
  return (
    <div ref={box} className="relative flex min-h-0 grow">
      <div className="flex min-w-0 grow flex-col">{list}</div>
      {pane !== null && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be dragged, and this one is operable */}
          <div
            role="separator"
            aria-orientation="vertical"
            aria-label="Width of the preview"
            aria-valuenow={percent}
            aria-valuemin={LEAST}
            aria-valuemax={MOST}
            tabIndex={0}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              setDragged(at(event.clientX))
            }}
            onPointerMove={(event) => dragged !== null && setDragged(at(event.clientX))}
            onPointerUp={(event) => {
              remember(String(at(event.clientX)))
              setDragged(null)
            }}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowLeft' ? 2 : event.key === 'ArrowRight' ? -2 : 0
              if (by === 0) return
              event.preventDefault()
              remember(String(bound(percent + by)))
            }}
            className="relative z-20 hidden w-px shrink-0 cursor-col-resize bg-line before:absolute before:-inset-x-1 before:inset-y-0 before:content-[''] hover:bg-accent min-[1200px]:block"
          />
          <aside
            aria-label="Preview"
            style={{ '--pane': `${percent}%` } as CSSProperties} // React types know no custom properties
            className="absolute inset-y-0 right-0 z-20 flex w-[min(40rem,calc(100%-3rem))] flex-col overflow-hidden border-line border-l bg-page shadow-overlay min-[1200px]:static min-[1200px]:w-(--pane) min-[1200px]:shrink-0 min-[1200px]:border-l-0 min-[1200px]:shadow-none"
          >
            <div className="flex justify-end border-line border-b px-2 min-[1200px]:hidden">
              <IconButton
                label="Close the preview"
                icon={<X size={15} aria-hidden />}
                size="sm"
                shortcut="Escape"
                onClick={onClose}
              />
            </div>
            {pane}
          </aside>
        </>
      )}
    </div>
  )
}
