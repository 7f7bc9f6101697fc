import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { DATABASE_KINDS, TestDatabases } from '@/tests/ledger-databases'
import { deed, ledgerOver, ManualTime, newKey } from '@/tests/ledger-deeds'
import { openCheckpoint, parseKey, splitNotes } from '@/verifier/ledger-verify.mjs'
import type { Ledger } from './access-ledger'
import { readSigningKey } from './signing-key'

const databases = new TestDatabases()
const folder = mkdtempSync(join(tmpdir(), 'focus-console-checkpoints-'))
afterAll(async () => {
  await databases.close()
  rmSync(folder, { recursive: true, force: true })
})

const never = new AbortController().signal
const key = newKey()
const writeMany = async (ledger: Ledger, count: number) => {
  await Promise.all(Array.from({ length: count }, () => ledger.record(deed())))
}

describe.each(DATABASE_KINDS)('checkpoints in %s', (kind) => {
  test('one is signed after 256 entries, after a minute, when a proof needs it, and at the end', async () => {
    const { db } = await databases.make(kind)
    const time = new ManualTime()
    const witness = join(folder, `${kind}.txt`)
    const ledger = await ledgerOver(db, { key, clock: time, timers: time, witness })
    const size = async () => (await ledger.state()).checkpoint?.size ?? 0
    await time.until(writeMany(ledger, 256))
    await vi.waitFor(async () => expect(await size()).toBe(256))

    await time.until(writeMany(ledger, 1))
    time.pass(59_000)
    expect(await size()).toBe(256)
    time.pass(1_000)
    await vi.waitFor(async () => expect(await size()).toBe(257))
    time.pass(300_000)
    expect((await ledger.entry(256))?.proof).not.toBeNull()

    await time.until(writeMany(ledger, 1))
    expect((await ledger.entry(257))?.proof).toBeNull()
    const [first, second, ...more] = await ledger.prove([257, 3, 257, 9_999])
    expect(more).toEqual([])
    expect([first?.sequence, second?.sequence]).toEqual([3, 257])
    expect(first?.checkpoint).toEqual(second?.checkpoint)
    expect(first?.checkpoint?.size).toBe(258)
    expect(await ledger.entry(9_999)).toBeNull()

    await time.until(writeMany(ledger, 1))
    await time.until(ledger.stop())
    const { checkpoint, witnessedSize, verifierKey } = await ledger.state()
    expect([checkpoint?.size, witnessedSize]).toEqual([259, 259])
    const notes = splitNotes(readFileSync(witness, 'utf8'))
    const kept = notes.map((note) => openCheckpoint(note, [parseKey(verifierKey)]))
    expect(kept.map((one) => one.size)).toEqual([256, 257, 258, 259])
    expect(kept.at(-1)?.root.toString('hex')).toBe(checkpoint?.rootHash)
  })

  test('a changed entry is named by the check, and no new checkpoint covers it up', async () => {
    const { db } = await databases.make(kind)
    const ledger = await ledgerOver(db, { key })
    await writeMany(ledger, 40)
    await ledger.stop()
    const change = async (table: string, what: string) => {
      const triggers =
        kind === 'postgres'
          ? [`alter table ${table} disable trigger all`, `alter table ${table} enable trigger all`]
          : [`drop trigger ${table}_no_${what.slice(0, 6)}`, '']
      for (const statement of [triggers[0], what, triggers[1]])
        if (statement) await sql.raw(statement).execute(db)
    }
    const words = async () => {
      const checked = await ledgerOver(db, { key })
      const { verified } = await checked.verify(never)
      await checked.stop()
      return [verified?.sound, verified?.words]
    }
    expect(await words()).toEqual([true, 'All 40 entries are as they were signed.'])
    await change(
      'ledger_personal',
      "update ledger_personal set text = 'Mallory' where sequence = 30 and field = 'agent'",
    )
    expect(await words()).toEqual([
      false,
      'The clear text of agent of entry 30 is not the one committed to.',
    ])
    await change(
      'ledger_entry',
      "update ledger_entry set leaf = replace(leaf, 'play', 'view') where sequence = 21",
    )
    expect(await words()).toEqual([false, 'Entry 21 is not the one that its hash was taken of.'])
    await change('ledger_entry', 'delete from ledger_entry where sequence = 12')
    expect(await words()).toEqual([false, 'Entry 12 is missing.'])

    await change(
      'ledger_node',
      'update ledger_node set hash = (select leaf_hash from ledger_entry where sequence = 0)',
    )
    const changed = await ledgerOver(db, { key })
    expect((await changed.state()).verified).toMatchObject({
      sound: false,
      words: 'The entries are not those of the checkpoint of 40 entries.',
    })
    await changed.record(deed())
    await expect(changed.prove([40])).rejects.toThrow('not those of the checkpoint')
    await changed.stop()
    expect((await changed.state()).checkpoint?.size).toBe(40)
  })

  test('entries cut off at the end are missed', async () => {
    const { db } = await databases.make(kind)
    const ledger = await ledgerOver(db, { key })
    await writeMany(ledger, 5)
    await ledger.stop()
    if (kind === 'postgres') await sql`alter table ledger_entry disable trigger all`.execute(db)
    else await sql`drop trigger ledger_entry_no_delete`.execute(db)
    await sql`delete from ledger_entry where sequence >= 3`.execute(db)
    const after = await ledgerOver(db, { key })
    expect((await after.state()).verified?.sound).toBe(false)
    expect((await after.verify(never)).verified?.words).toBe(
      'Entry 3 is missing: a checkpoint says that there were 5.',
    )
    await after.stop()
  })

  test('another key does not go on with a signed ledger', async () => {
    const { db } = await databases.make(kind)
    const ledger = await ledgerOver(db, { key })
    await writeMany(ledger, 1)
    await ledger.stop()
    await expect(ledgerOver(db, { key: newKey() })).rejects.toThrow('key file is not the one')
  })
})

test('a place that fails gets every checkpoint in order once it answers again', async () => {
  const { db } = await databases.make('sqlite')
  const time = new ManualTime()
  let works = false
  const notes: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    if (works) notes.push(body)
    response.writeHead(works ? 204 : 503).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // a server that listens on TCP has a port
  const { port } = server.address() as AddressInfo
  const witness = `http://someone:secret@127.0.0.1:${port}/checkpoints`
  const ledger = await ledgerOver(db, {
    key,
    clock: time,
    timers: time,
    witness,
    checkpoint: { entries: 2, waitMs: 60_000 },
  })
  await time.until(writeMany(ledger, 2))
  await vi.waitFor(async () => expect((await ledger.state()).checkpoint?.size).toBe(2))
  await time.until(writeMany(ledger, 2))
  await vi.waitFor(async () => expect((await ledger.state()).checkpoint?.size).toBe(4))
  const { witness: shown, witnessedSize } = await ledger.state()
  expect(shown).toBe(`http://127.0.0.1:${port}/checkpoints`)
  expect(witnessedSize).toBeNull()

  works = true
  await vi.waitFor(async () => {
    time.pass(30_000)
    expect((await ledger.state()).witnessedSize).toBe(4)
  })
  expect(notes.map((note) => note.split('\n')[1])).toEqual(['2', '4'])
  await time.until(ledger.stop())
  server.close()
})

test('a key is made once, for its owner alone, and never where a signed ledger lost its own', () => {
  const path = join(folder, 'below', 'key.pem')
  expect(() => readSigningKey(path, false)).toThrow('ENOENT')
  const made = readSigningKey(path, true)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readSigningKey(path, true).equals(made)).toBe(true)
  expect(readSigningKey(path, false).equals(made)).toBe(true)
})
