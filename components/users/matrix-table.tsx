import { clsx } from 'clsx'
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
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

type MatrixTableProps = {
  label: string
  rows: readonly MatrixRow[]
  /** The columns, under the noun they are about. */
  groups: readonly RightGroup[]
}

const HEAD = 'border-line border-b bg-page px-1.5 text-[12px] text-muted font-medium'

/** Who has what: a row for each, a column for each mark, told apart by shape and words. */
export function MatrixTable({ label, rows, groups }: MatrixTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label={label} className="min-h-0 grow overflow-auto">
      <table aria-label={label} className="border-separate border-spacing-0">
        <thead className="sticky top-0 z-10">
          <tr>
            <th scope="col" className={clsx(HEAD, 'sticky left-0 z-20 min-w-56 pl-4 text-left')}>
              <span className="sr-only">Who</span>
            </th>
            {groups.flatMap(({ about, rights }) =>
              rights.map((right, at) => (
                <th
                  key={right}
                  scope="col"
                  className={clsx(HEAD, 'h-40 align-bottom', at === 0 && 'border-line border-l')}
                >
                  <span className="mx-auto block w-5 rotate-180 whitespace-nowrap py-2 text-left [writing-mode:vertical-rl]">
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
          {rows.map(({ id, head, name, all, some }) => (
            <tr key={id} className="hover:bg-sunk">
              <th
                scope="row"
                className="sticky left-0 z-[5] whitespace-nowrap border-line border-b bg-page py-1 pr-4 pl-4 text-left font-normal"
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
        </tbody>
      </table>
    </section>
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
