import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { SavedViews } from '@/lib/contract/saved-view'
import { Problem } from '@/lib/problem/problem'
import { savedViewsQuery, viewsChange } from './saved-views'

const answer = (name: string): SavedViews => ({
  views: [
    {
      ...{ id: '6f1f2a52-4a3e-4d39-9a5e-0e6e7b1f2a10', page: 'recordings', name, query: 'q=a' },
      ...{ sharedWith: null, own: true, by: 'Anna', isDefault: false },
      updatedUtc: '2026-11-23T09:00:00.000Z',
    },
  ],
  roles: {},
})
const { queryKey } = savedViewsQuery()

/** A list that is answered when the test says so. */
function later() {
  let answerWith: (views: SavedViews) => void = () => undefined
  const promise = new Promise<SavedViews>((resolve) => {
    answerWith = resolve
  })
  return { promise, answerWith }
}

test('a list asked for before a change does not take the place of what the change answered', async () => {
  const client = new QueryClient()
  const before = later()
  const asked = client.fetchQuery({ queryKey, queryFn: () => before.promise }).catch(() => null)
  await new MutationObserver(
    client,
    viewsChange(client, async () => answer('after')),
  ).mutate(undefined)
  before.answerWith(answer('before'))
  await asked
  expect(client.getQueryData(queryKey)).toEqual(answer('after'))
  client.clear()
})

test('changes are asked for one after the other, whoever makes them', async () => {
  const client = new QueryClient()
  const first = later()
  const asked: string[] = []
  const change = (name: string, answered: Promise<SavedViews>) =>
    new MutationObserver(
      client,
      viewsChange(client, () => {
        asked.push(name)
        return answered
      }),
    ).mutate(undefined)
  const both = [change('first', first.promise), change('second', Promise.resolve(answer('second')))]
  await Promise.resolve()
  expect(asked).toEqual(['first'])
  first.answerWith(answer('first'))
  await Promise.all(both)
  expect(asked).toEqual(['first', 'second'])
  expect(client.getQueryData(queryKey)).toEqual(answer('second'))
  client.clear()
})

test('a change of what was changed elsewhere has failed once the newer views are here', async () => {
  const client = new QueryClient()
  client.setQueryData(queryKey, answer('before'))
  const newer = later()
  const reader = new QueryObserver(client, {
    queryKey,
    queryFn: () => newer.promise,
    staleTime: 60_000,
  })
  const stop = reader.subscribe(() => undefined)
  const change = new MutationObserver(
    client,
    viewsChange(client, async () => Promise.reject(new Problem('conflict', 'It was changed.'))),
  )
  const failed = change.mutate(undefined).catch((error: unknown) => error)
  newer.answerWith(answer('newer'))
  expect(await failed).toMatchObject({ slug: 'conflict' })
  expect(client.getQueryData(queryKey)).toEqual(answer('newer'))
  stop()
  client.clear()
})
