import { useVirtualizer } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import { Check, Minus } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import type { RightGroup } from './roles'

/** One row of a matrix: who, and what they have. */
export type MatrixRow = {
  id: string
  head: ReactNode
  /** In words, for those who hear the table. */
  name: string
  all: ReadonlySet<string>
  /** What only some of those behind the row have. */
  some?: ReadonlySet<string>
}

type MatrixTableProps<T> = {
  label: string
  /** What has a row each, however many there are. */
  of: readonly T[]
  rowOf: (one: T) => MatrixRow
  /** The columns, under the noun they are about. */
  groups: readonly RightGroup[]
}

const HEAD = 'border-line border-b bg-page px-1.5 text-[12px] text-muted font-medium'

/** Pixels of a row; all are alike, so that those out of sight are only a height. */
const ROW_PX = 33
const HEAD_PX = 160
/** Of a name, which is cut short before it moves the columns. */
const WHO = 'w-72 min-w-72 max-w-72'

/** Who has what: a row for each, a column for each mark, told apart by shape and words. Only the rows in sight exist. */
export function MatrixTable<T>({ label, of, rowOf, groups }: MatrixTableProps<T>) {
  const scroller = useRef<HTMLElement>(null)
  const virtualizer = useVirtualizer({
    count: of.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: HEAD_PX,
    initialRect: { width: 1000, height: 900 },
  })
  const items = virtualizer.getVirtualItems()
  const abovePx = (items[0]?.start ?? HEAD_PX) - HEAD_PX
  const belowPx = virtualizer.getTotalSize() - (items.at(-1)?.end ?? HEAD_PX) + HEAD_PX
  const rows = items.flatMap(({ index }) => {
    const one = of[index]
    return one === undefined ? [] : [{ index, ...rowOf(one) }]
  })
  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      className="min-h-0 grow overflow-auto [overflow-anchor:none]"
    >
      <table
        aria-label={label}
        aria-rowcount={of.length + 1}
        className="border-separate border-spacing-0"
      >
        <thead className="sticky top-0 z-10">
          <tr aria-rowindex={1}>
            <th scope="col" className={clsx(HEAD, WHO, 'sticky left-0 z-20 pl-4 text-left')}>
              <span className="sr-only">Who</span>
            </th>
            {groups.flatMap(({ about, rights }) =>
              rights.map((right, at) => (
                <th
                  key={right}
                  scope="col"
                  className={clsx(HEAD, 'h-40 align-bottom', at === 0 && 'border-line border-l')}
                >
                  <span className="mx-auto block w-5 rotate-180 whitespace-nowrap pt-2 pb-2 text-left leading-5 [writing-mode:vertical-rl]">
                    {rights.length > 1 && at > 0 ? (
                      <>
                        <span className="sr-only">{about}</span>
                        {right.slice(about.length)}
                      </>
                    ) : (
                      <span className="text-ink">{right}</span>
                    )}
                  </span>
                </th>
              )),
            )}
            <th aria-hidden className={clsx(HEAD, 'w-full')} />
          </tr>
        </thead>
        <tbody>
          <Gap heightPx={abovePx} />
          {rows.map(({ index, id, head, name, all, some }) => (
            <tr
              key={id}
              aria-rowindex={index + 2}
              className="hover:bg-sunk"
              style={{ height: ROW_PX }}
            >
              <th
                scope="row"
                className={clsx(
                  WHO,
                  'sticky left-0 z-[5] truncate border-line border-b bg-page pr-4 pl-4 text-left font-normal',
                )}
              >
                {head}
              </th>
              {groups.flatMap(({ rights }) =>
                rights.map((right, at) => (
                  <td
                    key={right}
                    className={clsx(
                      'border-line border-b text-center align-middle leading-none',
                      at === 0 && 'border-line border-l',
                    )}
                  >
                    <Mark
                      state={all.has(right) ? 'has' : some?.has(right) === true ? 'some' : 'not'}
                      words={`${name}, ${right}`}
                    />
                  </td>
                )),
              )}
              <td aria-hidden className="border-line border-b" />
            </tr>
          ))}
          <Gap heightPx={belowPx} />
        </tbody>
      </table>
    </section>
  )
}

/** The room of the rows that are out of sight. */
function Gap({ heightPx }: { heightPx: number }) {
  return heightPx <= 0 ? null : (
    <tr aria-hidden>
      <td style={{ height: heightPx }} />
    </tr>
  )
}

function Mark({ state, words }: { state: 'has' | 'some' | 'not'; words: string }) {
  if (state === 'not') return <span className="sr-only">no</span>
  return (
    <span title={`${words}${state === 'some' ? ': some of them' : ''}`} className="inline-flex">
      {state === 'has' ? (
        <Check size={15} aria-hidden className="text-accent" />
      ) : (
        <Minus size={15} aria-hidden className="text-external" />
      )}
      <span className="sr-only">{state === 'has' ? 'yes' : 'some of them'}</span>
    </span>
  )
}
