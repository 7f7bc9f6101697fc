'use client'

import { ArrowDown, ArrowUp, Columns3, Minus, Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { IconButton } from '@/components/ui/icon-button'
import { Popover } from '@/components/ui/popover'
import { Segmented } from '@/components/ui/segmented'
import type { HeaderCells, TableColumn } from './table-column'
import { boundWidth, type Density, moveColumn } from './table-layout'

type ColumnsButtonProps<T> = {
  columns: readonly TableColumn<T>[]
  shown: readonly string[]
  onShownChange: (shown: string[]) => void
  widths: Record<string, number>
  onWidthsChange: (widths: Record<string, number>) => void
  /** How wide the columns are drawn. */
  headers: HeaderCells
  density: Density
  onDensityChange: (density: Density) => void
  onReset: () => void
}

/** Which columns, in which order, how dense: everything that dragging does, by buttons. */
export function ColumnsButton<T>(props: ColumnsButtonProps<T>) {
  const { columns, shown, onShownChange, density, onDensityChange, onReset } = props
  const { widths, onWidthsChange, headers } = props
  const byId = new Map(columns.map((column) => [column.id, column]))
  const hidden = columns.filter((column) => !shown.includes(column.id)).map((column) => column.id)
  return (
    <Popover
      title="Columns"
      align="end"
      className="w-80"
      trigger={
        <Button>
          <Columns3 size={14} aria-hidden />
          Columns
        </Button>
      }
    >
      <ul className="mb-3 flex flex-col">
        {[...shown, ...hidden].map((id) => {
          const column = byId.get(id)
          if (column === undefined) return null
          const at = shown.indexOf(id)
          return (
            <li key={id} className="flex items-center">
              <span className="grow">
                <Checkbox
                  label={column.label}
                  checked={at >= 0}
                  disabled={column.fixed === true}
                  onCheckedChange={(on) =>
                    onShownChange(on ? [...shown, id] : shown.filter((other) => other !== id))
                  }
                />
              </span>
              {at >= 0 && (
                <>
                  {[-16, 16].map((by) => (
                    <IconButton
                      key={by}
                      label={`${column.label} ${by < 0 ? 'narrower' : 'wider'}`}
                      icon={
                        by < 0 ? <Minus size={13} aria-hidden /> : <Plus size={13} aria-hidden />
                      }
                      size="sm"
                      onClick={() => {
                        // What a growing column is drawn as, it has no width of.
                        const now = headers.current.get(id)?.offsetWidth ?? column.width
                        onWidthsChange({ ...widths, [id]: boundWidth(now + by, column.minWidth) })
                      }}
                    />
                  ))}
                  <IconButton
                    label={`Move ${column.label} left`}
                    icon={<ArrowUp size={13} aria-hidden />}
                    size="sm"
                    disabled={at === 0}
                    onClick={() => onShownChange(moveColumn(shown, id, -1))}
                  />
                  <IconButton
                    label={`Move ${column.label} right`}
                    icon={<ArrowDown size={13} aria-hidden />}
                    size="sm"
                    disabled={at === shown.length - 1}
                    onClick={() => onShownChange(moveColumn(shown, id, 1))}
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
      <div className="flex items-center justify-between gap-2 border-line border-t pt-3">
        <Segmented
          label="Density"
          size="sm"
          value={density}
          onValueChange={onDensityChange}
          options={[
            { value: 'compact', label: 'Compact' },
            { value: 'normal', label: 'Normal' },
            { value: 'roomy', label: 'Roomy' },
          ]}
        />
        <Button size="sm" variant="quiet" onClick={onReset}>
          Reset
        </Button>
      </div>
    </Popover>
  )
}
