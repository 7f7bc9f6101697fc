import { setImmediate as breath } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { TestDatabases } from '@/tests/ledger-databases'
import { writeBetweenOthers } from './write-transaction'

const databases = new TestDatabases()
afterAll(() => databases.close())

/** Two connections to one file, the second of which writes. */
async function besideAWriter() {
  const { db, again } = await databases.make('sqlite')
  const other = await again()
  await sql`begin immediate`.execute(other)
  return { db, end: () => sql`rollback`.execute(other) }
}

test('who waits behind another process writes when that is done', async () => {
  const { db, end } = await besideAWriter()
  let runs = 0
  const written = writeBetweenOthers(db, async () => {
    runs += 1
    return 'written'
  })
  await breath()
  expect(runs).toBe(0)
  await end()
  expect(await written).toBe('written')
  expect(runs).toBe(1)
})

test('one that never ends is given up on', async () => {
  const { db, end } = await besideAWriter()
  await expect(writeBetweenOthers(db, async () => undefined)).rejects.toMatchObject({
    code: 'SQLITE_BUSY',
  })
  await end()
})

test('what the work refuses is not tried again, and leaves nothing', async () => {
  const { db } = await databases.make('sqlite')
  let runs = 0
  const refused = writeBetweenOthers(db, async (store) => {
    runs += 1
    await store
      .insertInto('defaultView')
      .values({ issuer: 'local', subject: 'anna', page: 'recordings', viewId: 'one' })
      .execute()
    throw new Error('No')
  })
  await expect(refused).rejects.toThrow('No')
  expect(runs).toBe(1)
  expect(await db.selectFrom('defaultView').selectAll().execute()).toEqual([])
})
