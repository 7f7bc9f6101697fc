/**
 * `npm run bench -- ledger-kill`: a process that writes the ledger is ended by SIGKILL at each of the named points,
 * over and over. Nothing that was acknowledged may be lost, nothing served without an intent, and the
 * independent verifier must find the tree sound each time.
 */
import { spawn } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { openLedger } from '@/lib/ledger/open-ledger'
import { readSigningKey } from '@/lib/ledger/signing-key'
import { openPostgres, openSqliteFile } from '@/lib/store/database'
import type { Schema } from '@/lib/store/schema'
import { readPostgres, readSqlite } from '../scripts/ledger-tables'
import { verifyTables } from '../scripts/verify-tables'
import { startPostgres } from '../tests/postgres-server'
import { type Report, splitNotes, writeKey } from '../verifier/ledger-verify.mjs'
import { bundleChild } from './ledger-kill-bundle'
import { KILL_POINTS, type KillPoint } from './kill-points'
import { SeededRandom } from './seeded-random'

export type KillOrders = {
  cycle: number
  /** A file, or the address of a PostgreSQL database. */
  place: string
  keyFile: string
  name: string
  witness: string
  focus: string
  checkpointEvery: number
  point: KillPoint
  /** At the nth time that the point is reached. */
  nth: number
}

/** What the parent knows without the ledger: what it was told, and what it served. */
type Known = {
  /** Request by sequence. */
  acknowledged: Map<number, string>
  /** Bytes by sequence. */
  concluded: Map<number, number>
  served: Map<number, string>
}

/** What came of the cycles of one run. */
export type KillTally = {
  cycles: number
  byPoint: Map<KillPoint, number>
  acknowledged: number
  concluded: number
  served: number
  /** Intents that were closed as unknown when the ledger was opened again. */
  unknown: number
  entries: number
}

const NAME = 'bench.example/access-ledger'
const CHECKPOINT_EVERY = 16
const CYCLES_A_DATABASE = 25
const CHUNKS = 4
const CHUNK = Buffer.alloc(2_000, 7)

/** How to make an empty database; answers its place. */
export type MakeDatabase = (nth: number) => Promise<string>

/** Files below a folder, one after the other. */
export function sqliteFiles(folder: string): MakeDatabase {
  return async (nth) => join(folder, `killed-${nth}.db`)
}

const open = (place: string): Promise<Kysely<Schema>> =>
  place.startsWith('postgres') ? openPostgres(place) : openSqliteFile(place)

/** A child that has loaded its program and waits for its orders. */
async function readyChild(program: string) {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'] })
  const said: string[] = []
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  const lines = createInterface({ input: child.stdout })
  const ended = new Promise<string>((done) => {
    let closed = 0
    let how = ''
    const one = () => {
      closed += 1
      if (closed === 2) done(how)
    }
    // What is in the pipe is read to its end, however the child went.
    lines.once('close', one)
    child.once('exit', (code, signal) => {
      how = signal ?? `${code} ${complaint}`
      one()
    })
  })
  const ready = new Promise<void>((done) => {
    lines.on('line', (line) => (line === 'R' ? done() : said.push(line)))
    void ended.then(() => done())
  })
  await ready
  return { child, said, ended }
}

/** A Focus that notes what it was asked before it answers a first byte. */
async function startFocus(known: () => Known) {
  const server = createServer(async (request, response) => {
    const [, requestId = '', sequence = ''] = request.url?.split('/') ?? []
    known().served.set(Number(sequence), requestId)
    response.on('error', () => undefined)
    response.writeHead(200, { 'content-type': 'audio/wav' })
    for (let nth = 0; nth < CHUNKS && !response.destroyed; nth += 1) {
      response.write(CHUNK)
      await new Promise((next) => setImmediate(next))
    }
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  return { server, address: `http://127.0.0.1:${address.port}` }
}

/** Opens the ledger again, as the next start of the console does, and closes it when all is settled. */
async function reopen(orders: KillOrders): Promise<void> {
  const db = await open(orders.place)
  try {
    const ledger = await openLedger({
      db,
      key: readSigningKey(orders.keyFile, false),
      name: orders.name,
      sessionSecret: 'of the bench',
      build: '0.0.0-bench',
      witness: orders.witness,
    })
    for (let nth = 0; nth < 500; nth += 1) {
      const still = await db.selectFrom('ledgerOpen').select('sequence').execute()
      if (still.length === 0) break
      await new Promise((next) => setTimeout(next, 5))
    }
    await ledger.stop()
  } finally {
    await db.destroy()
  }
}

async function verify(orders: KillOrders): Promise<Report> {
  const key = writeKey(orders.name, createPublicKey(readFileSync(orders.keyFile, 'utf8')))
  const witness = existsSync(orders.witness) ? readFileSync(orders.witness, 'utf8') : ''
  const tables = orders.place.startsWith('postgres')
    ? await readPostgres(orders.place)
    : readSqlite(orders.place)
  try {
    return await verifyTables(tables, { keys: [key], outside: splitNotes(witness) })
  } finally {
    await tables.close()
  }
}

const Leaf = z.object({
  phase: z.string(),
  request: z.string().nullable(),
  result: z.object({ status: z.number().optional(), bytes: z.number().optional() }).optional(),
})

/** What is wrong, a sentence each; and how many intents were closed as unknown. */
async function compare(place: string, known: Known): Promise<{ wrong: string[]; unknown: number }> {
  const db = await open(place)
  try {
    const rows = await db.selectFrom('ledgerEntry').select(['sequence', 'intent', 'leaf']).execute()
    const leaves = new Map(rows.map((row) => [row.sequence, Leaf.parse(JSON.parse(row.leaf))]))
    const outcomes = new Map(
      rows.flatMap(({ intent, sequence }) => {
        const leaf = leaves.get(sequence)
        return intent !== null && leaf?.phase === 'outcome' ? [[intent, leaf.result]] : []
      }),
    )
    const intended = (sequence: number, requestId: string) => {
      const leaf = leaves.get(sequence)
      return leaf?.phase === 'intent' && leaf.request === requestId
    }
    const wrong: string[] = []
    for (const [sequence, requestId] of known.acknowledged)
      if (!intended(sequence, requestId)) wrong.push(`Acknowledged entry ${sequence} is lost.`)
    for (const [sequence, requestId] of known.served)
      if (!intended(sequence, requestId)) wrong.push(`${requestId} was served without an intent.`)
    for (const [sequence, bytes] of known.concluded)
      if (outcomes.get(sequence)?.bytes !== bytes)
        wrong.push(
          `The acknowledged outcome of ${sequence} is lost: ${JSON.stringify(outcomes.get(sequence))}.`,
        )
    const unknown = [...outcomes.values()].filter((result) => result?.status === 0).length
    return { wrong, unknown }
  } finally {
    await db.destroy()
  }
}

function note(said: readonly string[], known: Known): void {
  for (const line of said) {
    const [what, sequence, rest = ''] = line.split(' ')
    if (what === 'A') known.acknowledged.set(Number(sequence), rest)
    if (what === 'C') known.concluded.set(Number(sequence), Number(rest))
  }
}

/** Runs so many cycles; throws with the first thing that is wrong. */
export async function killCycles(
  cycles: number,
  seed: number,
  folder: string,
  makeDatabase: MakeDatabase,
  points: readonly KillPoint[] = KILL_POINTS,
): Promise<KillTally> {
  const random = new SeededRandom(seed)
  const tally: KillTally = {
    cycles: 0,
    byPoint: new Map(),
    acknowledged: 0,
    concluded: 0,
    served: 0,
    unknown: 0,
    entries: 0,
  }
  const keyFile = join(folder, 'ledger-key.pem')
  readSigningKey(keyFile, true)
  let known: Known = { acknowledged: new Map(), concluded: new Map(), served: new Map() }
  const { server, address } = await startFocus(() => known)
  const { program, folder: bundle } = await bundleChild()
  let next = readyChild(program)
  try {
    for (let first = 0; first < cycles; first += CYCLES_A_DATABASE) {
      known = { acknowledged: new Map(), concluded: new Map(), served: new Map() }
      const nth = first / CYCLES_A_DATABASE
      const place = await makeDatabase(nth)
      await (await open(place)).destroy()
      let entries = 0
      let unknown = 0
      for (let cycle = first; cycle < Math.min(cycles, first + CYCLES_A_DATABASE); cycle += 1) {
        const point = points[cycle % points.length] ?? 'before-commit'
        const orders: KillOrders = {
          cycle,
          place,
          keyFile,
          name: NAME,
          witness: join(folder, `witness-${nth}`),
          focus: address,
          checkpointEvery: CHECKPOINT_EVERY,
          point,
          nth: 1 + random.below(point.endsWith('checkpoint') ? 3 : 8),
        }
        const { child, said, ended } = await next
        next = readyChild(program)
        child.stdin.write(`${JSON.stringify(orders)}\n`)
        const how = await ended
        if (how !== 'SIGKILL') throw new Error(`Cycle ${cycle} ended otherwise: ${how}`)
        note(said, known)
        await reopen(orders)
        const report = await verify(orders)
        const found = await compare(place, known)
        if (report.status !== 'sound')
          found.wrong.push(`The tree is ${report.status}: ${JSON.stringify(report)}`)
        if (found.wrong.length > 0)
          throw new Error(
            `Cycle ${cycle}, ${point}, seed ${seed}, ${place}: ${found.wrong.join(' ')}`,
          )
        entries = report.entries
        unknown = found.unknown
        tally.cycles += 1
        tally.byPoint.set(point, (tally.byPoint.get(point) ?? 0) + 1)
      }
      tally.acknowledged += known.acknowledged.size
      tally.concluded += known.concluded.size
      tally.served += known.served.size
      tally.entries += entries
      tally.unknown += unknown
    }
    return tally
  } finally {
    const { child } = await next
    child.kill('SIGKILL')
    server.closeAllConnections()
    server.close()
    rmSync(bundle, { recursive: true, force: true })
  }
}

const KILLED_ON_POSTGRES = 5

/** 1,000 cycles, one in five of them on PostgreSQL. */
export async function ledgerKill(cycles = 1_000, seed = Date.now() % 1e9): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'focus-console-kill-'))
  const postgres = await startPostgres()
  try {
    const ofPostgres = Math.round(cycles / KILLED_ON_POSTGRES)
    const rows = []
    for (const [name, count, make] of [
      ['SQLite', cycles - ofPostgres, sqliteFiles(folder)],
      ['PostgreSQL', ofPostgres, () => postgres.makeDatabase()],
    ] as const) {
      const beganMs = performance.now()
      const tally = await killCycles(count, seed, mkdtempSync(join(folder, 'run-')), make)
      const seconds = ((performance.now() - beganMs) / 1000).toFixed(0)
      const { acknowledged, concluded, served, unknown, entries } = tally
      rows.push(
        `| ${name}, ${tally.cycles} cycles, ${seconds} s | ${entries} | ${acknowledged} | ${concluded} | ${served} | ${unknown} | 0 |`,
      )
    }
    return [
      `| seed ${seed} | entries | intents acknowledged | outcomes acknowledged | served | closed as unknown | lost, or served without an intent |`,
      '|---|---|---|---|---|---|---|',
      ...rows,
    ]
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
