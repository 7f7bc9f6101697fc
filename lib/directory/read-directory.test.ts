import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DirectoryLine } from '@/lib/contract/directory'
import type { Focus } from '@/lib/focus/focus'
import { focusAt, patient } from '@/lib/focus/testing/focus-at'
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox'
import { readDirectory } from './read-directory'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, recordings: 50 })
})
afterAll(() => sandbox.close())

async function read(focus: Focus): Promise<DirectoryLine[]> {
  const lines: DirectoryLine[] = []
  for await (const line of readDirectory(focus, patient())) lines.push(line)
  return lines
}

const ends = (lines: DirectoryLine[]) => lines.filter((line) => line.type === 'part-end')

describe('the whole directory', () => {
  test('is read part by part, each closed by what it holds', async () => {
    const lines = await read(focusAt(sandbox.url).focus)
    expect(ends(lines)).toEqual([
      { type: 'part-end', part: 'people', read: 203, total: 203, unreadable: 0, complete: true },
      expect.objectContaining({ part: 'endpoints', unreadable: 0, complete: true }),
      expect.objectContaining({ part: 'users', read: 17, total: 17, complete: true }),
      expect.objectContaining({ part: 'retention-groups', complete: true }),
    ])
    expect(lines.at(-1)).toEqual({ type: 'end', complete: true })
    // Each line says how many there will be, so that a reader sees how far it is.
    const [first] = lines
    expect(first?.type === 'people' && first.total).toBe(203)
    const people = lines.flatMap((line) => (line.type === 'people' ? line.people : []))
    const endpoints = lines.flatMap((line) => (line.type === 'endpoints' ? line.endpoints : []))
    const priya = people.find(({ personId }) => personId === 1001)
    expect(priya).toMatchObject({ externalRef: 'HR-4100', firstName: 'Priya', type: 'subscriber' })
    expect(priya?.endpoints.map(({ type }) => type).sort()).toEqual([
      'email',
      'phone',
      'sip',
      'teams',
    ])
    const theirs = endpoints.filter(({ personId }) => personId === 1001)
    expect(theirs.map(({ endpointId }) => endpointId).sort()).toEqual(
      priya?.endpoints.map(({ endpointId }) => endpointId).sort(),
    )
    expect(endpoints.some(({ personId }) => personId === null)).toBe(true)
  })

  test('a person who joins while it is read is in it once, and the part says when it is not whole', async () => {
    const { focus } = focusAt(sandbox.url)
    const moving: Focus = {
      ...focus,
      async searchPeople(search, call) {
        const offset = Math.max(0, (search.offset ?? 0) - 1)
        const page = await focus.searchPeople({ ...search, offset, limit: 100 }, call)
        return { ...page, nextOffset: page.nextOffset === null ? null : page.nextOffset + 1 }
      },
    }
    const lines = await read(moving)
    const ids = lines.flatMap((line) =>
      line.type === 'people' ? line.people.map(({ personId }) => personId) : [],
    )
    expect(ids).toHaveLength(new Set(ids).size)
    const skipping: Focus = {
      ...focus,
      async searchPeople(search, call) {
        const page = await focus.searchPeople({ ...search, limit: 100 }, call)
        return { ...page, people: page.people.slice(1) }
      },
    }
    const cut = await read(skipping)
    expect(ends(cut)[0]).toMatchObject({ part: 'people', complete: false })
    expect(cut.at(-1)).toEqual({ type: 'end', complete: false })
  })

  test('where Focus says no total there is none', async () => {
    const { focus } = focusAt(sandbox.url)
    const silent: Focus = {
      ...focus,
      searchPeople: async (search, call) => ({
        ...(await focus.searchPeople(search, call)),
        total: null,
      }),
    }
    const lines = await read(silent)
    const totals = lines.flatMap((line) => (line.type === 'people' ? [line.total] : []))
    expect(new Set(totals)).toEqual(new Set([null]))
    expect(ends(lines)[0]).toMatchObject({ part: 'people', total: null, complete: true })
  })

  test('of a large firm is read whole, page by page', async () => {
    const large = await startSandbox({ port: 0, recordings: 5, people: 2_000 })
    try {
      const lines = await read(focusAt(large.url).focus)
      expect(lines.at(-1)).toEqual({ type: 'end', complete: true })
      const people = lines.flatMap((line) => (line.type === 'people' ? line.people : []))
      expect(people.filter(({ type }) => type === 'subscriber')).toHaveLength(2_000)
    } finally {
      await large.close()
    }
  })

  test('without a right it says which', async () => {
    const poor = await startSandbox({ port: 0, recordings: 5, withoutRights: ['Users.View'] })
    try {
      await expect(read(focusAt(poor.url).focus)).rejects.toMatchObject({
        slug: 'right-missing',
        missing: 'Users.View',
      })
    } finally {
      await poor.close()
    }
  })
})
