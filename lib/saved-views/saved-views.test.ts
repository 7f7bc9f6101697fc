import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addAccount, listAccounts, removeAccount } from '@/lib/access/accounts'
import { MOST_SHARED_VIEWS, MOST_VIEWS, type SaveViewRequest } from '@/lib/contract/saved-view'
import type { Schema } from '@/lib/store/schema'
import { DATABASE_KINDS, type TestDatabase, TestDatabases } from '@/tests/ledger-databases'
import { listViews, removeView, saveView, setDefaultView, type ViewReader } from './saved-views'

const databases = new TestDatabases()
afterAll(() => databases.close())

const NOW = '2026-11-23T09:00:00.000Z'
const reader = (subject: string, change: Partial<ViewReader> = {}): ViewReader => ({
  issuer: 'https://issuer.example',
  subject,
  name: `Name of ${subject}`,
  roles: ['qa-reviewer'],
  pages: ['recordings'],
  ...change,
})
const anna = reader('anna')
const ben = reader('ben')
const officer = reader('olga', { roles: ['compliance-officer'], pages: ['recordings', 'audit'] })
const CALLS: SaveViewRequest = {
  id: null,
  knownUtc: null,
  page: 'recordings',
  name: 'Long calls',
  query: 'q=dur%3A%3E10m',
  sharedWith: null,
}

describe.each(DATABASE_KINDS)('views in %s', (kind) => {
  let db: Kysely<Schema>
  let again: TestDatabase['again']
  beforeAll(async () => {
    ;({ db, again } = await databases.make(kind))
  })
  beforeEach(async () => {
    await db.deleteFrom('savedView').execute()
    await db.deleteFrom('defaultView').execute()
  })
  /** As one who knows the view as it is. */
  const save = async (who: ViewReader, change: Partial<SaveViewRequest> = {}) => {
    const known = (await listViews(db, who)).find(({ id }) => id === change.id)?.updatedUtc ?? NOW
    const knownUtc = change.id === undefined ? null : known
    return saveView(db, who, { ...CALLS, knownUtc, ...change }, NOW)
  }
  const names = async (who: ViewReader) => (await listViews(db, who)).map(({ name }) => name)

  test('are private until they are shared with a role, and private again after', async () => {
    const id = await save(anna)
    expect(await listViews(db, anna)).toEqual([
      {
        ...{ id, page: 'recordings', name: 'Long calls', query: 'q=dur%3A%3E10m' },
        ...{ sharedWith: null, own: true, by: 'Name of anna', isDefault: false, updatedUtc: NOW },
      },
    ])
    expect(await listViews(db, ben)).toEqual([])
    await save(anna, { id, sharedWith: 'qa-reviewer' })
    expect(await listViews(db, ben)).toMatchObject([
      { id, own: false, by: 'Name of anna', sharedWith: 'qa-reviewer' },
    ])
    expect(await listViews(db, officer)).toEqual([])
    await save(anna, { id, sharedWith: null })
    expect(await listViews(db, ben)).toEqual([])
  })

  test('of a page that somebody may not open are not told of', async () => {
    await save(officer, { page: 'audit', name: 'Odd hours', sharedWith: 'compliance-officer' })
    expect(await names(reader('new', { roles: ['compliance-officer'] }))).toEqual([])
    expect(await names(officer)).toEqual(['Odd hours'])
  })

  test('belong to a person of one issuer, not to the same name elsewhere', async () => {
    await save(anna)
    expect(await names({ ...anna, issuer: 'local' })).toEqual([])
  })

  test('are changed and removed by their owner alone', async () => {
    const id = await save(anna, { sharedWith: 'qa-reviewer' })
    await expect(save(ben, { id, name: 'Mine now' })).rejects.toMatchObject({ slug: 'not-found' })
    await expect(removeView(db, ben, id)).rejects.toMatchObject({ slug: 'not-found' })
    expect(await names(anna)).toEqual(['Long calls'])
    await removeView(db, anna, id)
    expect(await names(ben)).toEqual([])
    await expect(removeView(db, anna, id)).rejects.toMatchObject({ slug: 'not-found' })
  })

  test('are not changed by somebody who knows them as they were', async () => {
    const id = await save(anna)
    await save(anna, { id, name: 'Longer calls', query: 'q=dur%3A%3E20m' })
    await expect(save(anna, { id, knownUtc: NOW, name: 'Mine' })).rejects.toMatchObject({
      slug: 'conflict',
    })
    expect(await listViews(db, anna)).toMatchObject([
      { name: 'Longer calls', query: 'q=dur%3A%3E20m' },
    ])
    // Two tabs at once: one of them was first.
    const [{ updatedUtc: knownUtc } = { updatedUtc: NOW }] = await listViews(db, anna)
    const both = ['One', 'Two'].map((name) => save(anna, { id, knownUtc, name }))
    const refused = (await Promise.allSettled(both)).flatMap((one) =>
      one.status === 'rejected' ? [one.reason] : [],
    )
    expect(refused).toMatchObject([{ slug: 'conflict' }])
  })

  test('have a name once for each person and page', async () => {
    const id = await save(anna)
    await expect(save(anna)).rejects.toMatchObject({
      slug: 'invalid-request',
      issues: [{ path: 'name' }],
    })
    const other = await save(anna, { name: 'Short calls' })
    await expect(save(anna, { id: other })).rejects.toMatchObject({ slug: 'invalid-request' })
    // The same name for itself, on another page or by another person takes nothing from anybody.
    await save(anna, { id })
    await save(ben)
    await save(officer)
    await save(officer, { page: 'audit' })
    expect(await names(officer)).toEqual(['Long calls', 'Long calls'])
  })

  test('of one name, saved in two tabs at the same moment, are told apart from a fault', async () => {
    for (let round = 0; round < 5; round += 1) {
      const name = `Round ${round}`
      const saved = await Promise.allSettled([save(anna, { name }), save(anna, { name })])
      const refused = saved.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      expect(refused).toMatchObject([{ slug: 'invalid-request', issues: [{ path: 'name' }] }])
    }
    expect(await listViews(db, anna)).toHaveLength(5)
  })

  test('are saved by two processes at the same moment', async () => {
    const other = await again()
    for (let round = 0; round < 3; round += 1) {
      const saved = await Promise.allSettled([
        save(anna, { name: `Of one ${round}` }),
        saveView(other, ben, { ...CALLS, name: `Of another ${round}` }, NOW),
        setDefaultView(other, ben, { page: 'recordings', id: null }),
      ])
      expect(saved.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toEqual([])
    }
    expect(await listViews(other, anna)).toHaveLength(3)
    expect(await listViews(db, ben)).toHaveLength(3)
  })

  test('stay with the page they were saved of, where they may be the default', async () => {
    const id = await save(officer)
    await setDefaultView(db, officer, { page: 'recordings', id })
    await expect(save(officer, { id, page: 'audit' })).rejects.toMatchObject({ slug: 'not-found' })
    expect(await listViews(db, officer)).toMatchObject([
      { id, page: 'recordings', isDefault: true },
    ])
  })

  test('stop at a number that a person may have', async () => {
    for (let made = 0; made < MOST_VIEWS; made += 1) await save(anna, { name: `View ${made}` })
    await expect(save(anna, { name: 'One more' })).rejects.toMatchObject({
      slug: 'invalid-request',
    })
    await save(ben)
    expect(await listViews(db, anna)).toHaveLength(MOST_VIEWS)
  })

  test('stop at a number that a role may be shown of one page', async () => {
    const id = await save(anna)
    for (let made = 0; made < MOST_SHARED_VIEWS; made += 1)
      await save(ben, { name: `Shared ${made}`, sharedWith: 'qa-reviewer' })
    for (const change of [{ name: 'One more' }, { id }])
      await expect(save(anna, { ...change, sharedWith: 'qa-reviewer' })).rejects.toMatchObject({
        slug: 'invalid-request',
        issues: [{ path: 'sharedWith' }],
      })
    // Not one's own, not another role's, not another page's; and one that is shared already may be changed.
    await save(anna, { name: 'Mine' })
    await save(anna, { name: 'For officers', sharedWith: 'compliance-officer' })
    await save(officer, { page: 'audit', sharedWith: 'qa-reviewer' })
    const [last] = await listViews(db, ben)
    await save(ben, { id: last?.id ?? '', name: 'Renamed', sharedWith: 'qa-reviewer' })
    expect(await names(anna)).toHaveLength(3 + MOST_SHARED_VIEWS)
  })

  test('one opens a page, for each person their own', async () => {
    const [first, second] = [await save(anna, { sharedWith: 'qa-reviewer' }), await save(ben)]
    const defaults = async (who: ViewReader) =>
      (await listViews(db, who)).filter(({ isDefault }) => isDefault).map(({ id }) => id)
    await setDefaultView(db, ben, { page: 'recordings', id: second })
    await setDefaultView(db, ben, { page: 'recordings', id: first })
    expect(await defaults(ben)).toEqual([first])
    expect(await defaults(anna)).toEqual([])
    await setDefaultView(db, ben, { page: 'recordings', id: null })
    expect(await defaults(ben)).toEqual([])
    for (const refused of [
      { who: anna, page: 'recordings', id: second },
      { who: ben, page: 'audit', id: first },
    ] as const)
      await expect(setDefaultView(db, refused.who, refused)).rejects.toMatchObject({
        slug: 'not-found',
      })
  })

  test('leave no default behind when they are removed', async () => {
    const id = await save(anna, { sharedWith: 'qa-reviewer' })
    await setDefaultView(db, ben, { page: 'recordings', id })
    await removeView(db, anna, id)
    expect(await db.selectFrom('defaultView').selectAll().execute()).toEqual([])
  })

  test('go with the local account that saved them', async () => {
    const email = `${kind}@example.com`
    await addAccount(db, {
      ...{ email, name: 'Local', roles: ['qa-reviewer'], password: 'long enough here' },
      createdUtc: NOW,
    })
    const account = (await listAccounts(db)).find((one) => one.email === email)
    const local = reader(account?.id ?? '', { issuer: 'local' })
    const id = await save(local, { sharedWith: 'qa-reviewer' })
    await setDefaultView(db, local, { page: 'recordings', id })
    await setDefaultView(db, ben, { page: 'recordings', id })
    await save(anna)
    expect(await removeAccount(db, email)).toBe(true)
    expect(await names(anna)).toEqual(['Long calls'])
    expect(await names(local)).toEqual([])
    expect(await db.selectFrom('defaultView').selectAll().execute()).toEqual([])
  })
})
