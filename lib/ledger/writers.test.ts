import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { DATABASE_KINDS, TestDatabases } from '@/tests/ledger-databases'
import { deed, ledgerOver, ManualTime, newKey } from '@/tests/ledger-deeds'
import { verifyExport } from '@/verifier/ledger-verify.mjs'
import type { Ledger } from './access-ledger'

const databases = new TestDatabases()
const folder = mkdtempSync(join(tmpdir(), 'focus-console-writers-'))
afterAll(async () => {
  await databases.close()
  rmSync(folder, { recursive: true, force: true })
})
// Processes of their own start slowly on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

const never = new AbortController().signal
const key = newKey()
const keyFile = join(folder, 'key.pem')
writeFileSync(keyFile, String(key.export({ type: 'pkcs8', format: 'pem' })))

async function reportOf(ledger: Ledger) {
  let text = ''
  for await (const line of ledger.exportLines(never)) text += line
  return verifyExport([text])
}

/** Starts a writer; resolves once so many of its intents are durable. */
async function writerProcess(
  kind: string,
  place: string,
  intents: number,
): Promise<{ child: ChildProcess; open: number[] }> {
  const child = spawn(
    process.execPath,
    [
      'node_modules/tsx/dist/cli.mjs',
      '--conditions=react-server',
      'tests/ledger-writer-process.ts',
      kind,
      place,
      keyFile,
    ],
    // A group of its own: tsx runs the program in a child.
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  )
  const open: number[] = []
  await new Promise<void>((done, failed) => {
    child.on('exit', () => failed(new Error('The writer ended.')))
    createInterface({ input: child.stdout }).on('line', (line) => {
      open.push(Number(line.replace('open ', '')))
      if (open.length === intents) done()
    })
  })
  return { child, open }
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.stdout?.on('close', done))
  process.kill(-(child.pid ?? 0), 'SIGKILL')
  await ended
}

describe.each(DATABASE_KINDS)('over one %s database', (kind) => {
  test('two writers make one gapless tree', async () => {
    const { db, again } = await databases.make(kind)
    const one = await ledgerOver(db, { key, checkpoint: { entries: 16, waitMs: 60_000 } })
    const two = await ledgerOver(await again(), {
      key,
      checkpoint: { entries: 16, waitMs: 60_000 },
    })
    const work = async (ledger: Ledger) => {
      for (let nth = 0; nth < 25; nth++) {
        const entry = await ledger.intend(deed())
        await entry.conclude({ status: 200 })
      }
    }
    await Promise.all([one, two, one, two].map(work))
    const report = await reportOf(two)
    expect(report).toMatchObject({ status: 'sound', size: 200, openIntents: 0 })
    expect(report.checkpoints).toBeGreaterThan(5)
    expect((await one.verify(never)).verified).toMatchObject({ sound: true, size: 200 })
    await one.stop()
    await two.stop()
  })

  test('what a killed process left open is closed as unknown, and nothing acknowledged is lost', async () => {
    const { db, place } = await databases.make(kind)
    const { child, open } = await writerProcess(kind, place, 12)
    // Another that starts meanwhile leaves the living one's intents alone.
    const beside = await ledgerOver(db, { key })
    expect(
      (await beside.accesses({ limit: 5_000 })).accesses.every(({ state }) => state === 'open'),
    ).toBe(true)
    await beside.stop()
    await kill(child)

    const after = await ledgerOver(db, { key })
    await vi.waitFor(
      async () =>
        expect(await db.selectFrom('ledgerOpen').select('sequence').execute()).toEqual([]),
      { timeout: 20_000 },
    )
    const { accesses } = await after.accesses({ limit: 5_000 })
    expect(accesses.map((access) => access.sequence)).toEqual(expect.arrayContaining(open))
    expect(new Set(accesses.map((access) => access.state))).toEqual(new Set(['unknown']))
    expect(accesses[0]?.outcome).toMatchObject({ status: 0, problem: 'unknown' })
    expect(await reportOf(after)).toMatchObject({ status: 'sound', openIntents: 0 })
    await after.stop()
  })

  test('a writer on another machine counts as gone after a minute without a sign', async () => {
    const { db } = await databases.make(kind)
    const lost = await ledgerOver(db, { key })
    await lost.intend(deed())
    await db.updateTable('ledgerWriter').set({ host: 'elsewhere' }).execute()
    const time = new ManualTime()
    const after = await ledgerOver(db, { key, timers: time, clock: time })
    time.pass(59_000)
    expect((await after.accesses({})).accesses[0]?.state).toBe('open')
    await vi.waitFor(async () => {
      time.pass(1_100)
      expect((await after.accesses({})).accesses[0]?.state).toBe('unknown')
    })
    const answers = await Promise.allSettled([time.until(after.stop()), lost.stop()])
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'fulfilled'])
  })

  test('an outcome that comes after its intent was closed for it adds nothing', async () => {
    const { db, again } = await databases.make(kind)
    const slow = await ledgerOver(db, { key })
    const entry = await slow.intend(deed())
    // As if this process had been taken for dead.
    await db.deleteFrom('ledgerWriter').execute()
    const other = await ledgerOver(await again(), { key })
    await vi.waitFor(async () =>
      expect((await other.accesses({})).accesses[0]?.state).toBe('unknown'),
    )
    await entry.conclude({ status: 200 })
    expect(await reportOf(other)).toMatchObject({ status: 'sound', size: 2 })
    await slow.stop()
    await other.stop()
  })
})
