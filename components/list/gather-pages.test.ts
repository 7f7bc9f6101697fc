import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, test } from 'vitest'
import { type Gathered, gatherPages, MOST_GATHERED } from './gather-pages'
import type { ListSource } from './list-source'

type Page = { rows: number[]; total: number | null; nextOffset: number | null; unreadable: number }

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
afterEach(() => client.clear())

/** A list of so many rows. `asked` gets each offset; `refuse` fails a page. */
function list(
  count: number,
  { asked = [] as number[], refuse = -1 } = {},
): ListSource<number, Page> {
  return {
    key: String(count),
    rowsOf: ({ rows }) => rows,
    page: (limit, offset) => ({
      queryKey: ['list', [count, limit, offset]] as const,
      queryFn: async ({ signal }) => {
        asked.push(offset)
        if (offset === refuse) throw new Error('refused')
        await new Promise((next) => setTimeout(next, 0))
        signal.throwIfAborted()
        const end = Math.min(count, offset + limit)
        return {
          rows: Array.from({ length: end - offset }, (_, at) => offset + at),
          total: count,
          nextOffset: end < count ? end : null,
          unreadable: offset === 0 ? 1 : 0,
        }
      },
    }),
  }
}

async function gathered(
  source: ListSource<number, Page>,
  onProgress: (gathered: Gathered<number>, stop: AbortController) => void = () => undefined,
  most?: number,
): Promise<Gathered<number>> {
  const stop = new AbortController()
  let last: Gathered<number> | null = null
  const take = (now: Gathered<number>) => {
    last = now
    onProgress(now, stop)
  }
  await gatherPages(client, source, stop.signal, take, most)
  if (last === null) throw new Error('It told of nothing')
  return last
}

describe('a list read whole', () => {
  test('has every row once, in order, and what could not be read', async () => {
    const seen: number[] = []
    const end = await gathered(list(450), ({ rows }) => seen.push(rows.length))
    expect(seen).toEqual([200, 400, 450])
    expect(end).toMatchObject({ state: 'ended', stopped: false, total: 450, unreadable: 1 })
    expect(end.rows).toEqual(Array.from({ length: 450 }, (_, at) => at))
  })

  test('stops at its bound, and says that there is more', async () => {
    const asked: number[] = []
    const end = await gathered(list(1_000_000, { asked }))
    expect(end).toMatchObject({ state: 'ended', stopped: true, total: 1_000_000 })
    expect(end.rows).toHaveLength(MOST_GATHERED)
    expect(asked).toHaveLength(MOST_GATHERED / 200)
    expect(await gathered(list(400), undefined, 400)).toMatchObject({ stopped: false })
  })

  test('keeps what it has when it is cancelled, and asks for no more', async () => {
    const asked: number[] = []
    const end = await gathered(list(100_000, { asked }), ({ rows }, stop) => {
      if (rows.length === 600) stop.abort()
    })
    expect(end).toMatchObject({ state: 'cancelled', total: 100_000 })
    expect(end.rows).toHaveLength(600)
    expect(asked).toEqual([0, 200, 400])
  })

  test('keeps what it has when a page fails, and asks only for the rest when it is read again', async () => {
    const asked: number[] = []
    const end = await gathered(list(800, { asked, refuse: 400 }))
    expect(end).toMatchObject({ state: 'failed', error: new Error('refused') })
    expect(end.rows).toHaveLength(400)
    asked.length = 0
    const again = await gathered(list(800, { asked }))
    expect(again.rows).toHaveLength(800)
    expect(asked).toEqual([400, 600])
  })
})
