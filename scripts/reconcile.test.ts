import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { NoteSigner } from '@/lib/ledger/signed-note'
import { readSigningKey } from '@/lib/ledger/signing-key'
import { openDatabase } from '@/lib/store/database'
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox'
import { makeFirm } from '@/sandbox/tenant/firm'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 })
const folder = mkdtempSync(join(tmpdir(), 'focus-console-reconcile-cli-'))
const at = (name: string) => join(folder, name)
let sandbox: Sandbox
let agreeing: Server

beforeAll(async () => {
  sandbox = await startSandbox({ recordings: 20, port: 0 })
  agreeing = await tenantOfOne()
})
afterAll(async () => {
  await sandbox.close()
  agreeing.close()
})

/** Runs the command as `npm run reconcile` does. */
function reconcile(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; text: string }> {
  const child = spawn(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'scripts/reconcile.ts', ...args],
    {
      env: {
        ...process.env,
        DATA_DIR: folder,
        LOG_LEVEL: 'silent',
        FOCUS_SANDBOX: '1',
        FOCUS_BASE_URL: sandbox.url,
        FOCUS_CLIENT_ID: String(sandbox.clientId),
        FOCUS_API_KEY: sandbox.apiKey,
        FOCUS_USERNAME: sandbox.username,
        ...env,
      },
    },
  )
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk
    })
  child.stdin.end()
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, text }))
  })
}

/** A tenant whose one person is as HR has them, so that nothing is to be found. */
function tenantOfOne(): Promise<Server> {
  const endpoint = {
    endpointId: 11,
    type: 'phone',
    value: '447700900001',
    personId: 1,
    active: true,
  }
  const person = {
    personId: 1,
    type: 'subscriber',
    displayName: 'Ann Lee',
    email: 'ann@firm.example',
    externalRef: 'HR-1',
    active: true,
    endpoints: [endpoint],
  }
  const replies: Record<string, unknown> = {
    '/api/authWithApiKey': { token: 'x.e30.x', refreshToken: 'x' },
    '/api/client/people.search': { people: [person], total: 1 },
    '/api/client/people/endpoint/search': { endpoints: [endpoint], total: 1 },
    '/api/client/user/search': { users: [], total: 0 },
    '/api/admin/retentionGroup': { retentionGroups: [] },
  }
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(replies[request.url ?? ''] ?? {}))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

function hrOfTheFirm(change: (line: string[], at: number) => string[] | null): string {
  const heading = 'Emp No;Full name;Email;Phone;Department;Job title;Status'
  const lines = makeFirm().subscribers.flatMap((person, nth) => {
    const cells = change(
      [
        person.externalRef ?? '',
        person.displayName,
        person.email,
        person.endpoints.phone?.value ?? '',
        person.department ?? '',
        person.jobTitle ?? '',
        person.active ? 'Active' : 'Left',
      ],
      nth,
    )
    return cells === null ? [] : [cells.join(';')]
  })
  return `\ufeff${[heading, ...lines, ';;;;;;Active'].join('\r\n')}\r\n`
}

const kindsIn = (path: string) =>
  Papa.parse<string[]>(readFileSync(path, 'utf8'), { skipEmptyLines: true }).data.slice(1)

test('names what is wrong with the sandbox, what has changed since, and signs what it compared', async () => {
  const [leaver, stranger] = makeFirm().subscribers.slice(1, 3)
  const whole = hrOfTheFirm((line) => line)
  writeFileSync(at('hr.csv'), whole)
  const first = await reconcile([at('hr.csv'), '--out', at('fixes.csv')])
  expect(first.code).toBe(1)
  expect(first.text).toContain('HR: 60 rows, and 1 line that could not be read')
  expect(first.text).toContain('The first run with this output.')
  expect(first.text).not.toContain(leaver?.displayName)
  expect(kindsIn(at('fixes.csv')).at(-1)?.slice(0, 2)).toEqual(['unreadable-line', 'Line 62'])

  // One has left, one is not in the file any more, and a column has another name.
  const changed = hrOfTheFirm((line, nth) => {
    if (nth === 2) return null
    return nth === 1 ? [...line.slice(0, 6), 'Leaver'] : line
  }).replace('Emp No', 'Ref.')
  writeFileSync(at('hr.csv'), changed)
  writeFileSync(
    at('rules.json'),
    JSON.stringify({ silentDays: 30, columns: { employeeNumber: ['Ref.'] } }),
  )
  const args = [
    '--rules',
    at('rules.json'),
    '--json',
    at('fixes.jsonl'),
    '--summary',
    at('sum.txt'),
  ]
  const second = await reconcile([at('hr.csv'), '--out', at('fixes.csv'), ...args])
  expect(second.code).toBe(1)
  expect(second.text).toMatch(/left-still-recorded +\d+ +\(1 new\)/)
  expect(second.text).toMatch(/Since \S+: \d+ new, \d+ still there, 0 returned, \d+ gone\./)
  const found = kindsIn(at('fixes.csv'))
  expect(
    found.filter(([, about]) => about === leaver?.displayName).map(([kind]) => kind),
  ).toContain('left-still-recorded')
  expect(found).toContainEqual(expect.arrayContaining(['not-in-hr', stranger?.displayName]))
  const lines = readFileSync(at('fixes.jsonl'), 'utf8').trimEnd().split('\n')
  expect(lines).toHaveLength(found.length)

  const signer = new NoteSigner(
    'focus-console/access-ledger',
    readSigningKey(at('ledger-key.pem'), false),
  )
  const summary = signer.open(readFileSync(at('sum.txt'), 'utf8'))
  expect(summary).toMatch(/^focus-console\/reconciliation\n/)
  expect(summary).toContain(`found ${found.length - 1}\n`)
  const kept = readFileSync(at('fixes.run.json'), 'utf8')
  expect(`${kept}${summary}`).not.toContain(leaver?.lastName)
})

test('what it read of the directory stands in the access ledger', async () => {
  const db = await openDatabase(folder)
  const entries = await db
    .selectFrom('ledgerEntry')
    .leftJoin('ledgerPersonal', 'ledgerPersonal.sequence', 'ledgerEntry.sequence')
    .select(['phase', 'action', 'leaf', 'text'])
    .orderBy('ledgerEntry.sequence')
    .execute()
  await db.destroy()
  const ours = entries.filter(({ action }) => action === 'people-search')
  expect(new Set(ours.map(({ phase }) => phase))).toEqual(new Set(['intent', 'outcome']))
  expect(JSON.stringify(ours)).toContain('at the command line')
  expect(ours.at(-1)?.leaf).toContain('searchUsers')
})

test('ends with 0 where nothing differs', async () => {
  const { port } = agreeing.address() as AddressInfo // it listens
  writeFileSync(
    at('one.tsv'),
    'Staff ID\tName\tMail\tTel\nhr 1\tLEE, Ann\tAnn@firm.example\t07700 900001\n',
  )
  const env = { FOCUS_BASE_URL: `http://127.0.0.1:${port}/api`, DATA_DIR: at('one') }
  const { code, text } = await reconcile([at('one.tsv'), '--out', at('one.csv')], env)
  expect(text).toContain('No mismatch.')
  expect(code).toBe(0)
})

test('what is set aside does not count until its date, and then has returned', async () => {
  const { port } = agreeing.address() as AddressInfo // it listens
  const env = { FOCUS_BASE_URL: `http://127.0.0.1:${port}/api`, DATA_DIR: at('one') }
  writeFileSync(at('other.tsv'), 'Staff ID\tName\tMail\nHR-1\tLEE, Ann\tann.lee@firm.example\n')
  const command = [at('other.tsv'), '--out', at('other.csv')]
  const first = await reconcile(command, env)
  expect([first.code, kindsIn(at('other.csv')).length]).toEqual([1, 1])

  const { faults } = JSON.parse(readFileSync(at('other.run.json'), 'utf8'))
  const aside = (untilUtc: string) => {
    const file = { asides: [{ hash: faults[0].hash, reason: 'IT is at it', untilUtc }] }
    writeFileSync(at('asides.json'), JSON.stringify(file))
    return ['--asides', at('asides.json'), '--summary', at('other.txt')]
  }
  const waiting = await reconcile([...command, ...aside('2099-01-01T00:00:00.000Z')], env)
  expect(waiting.text).toContain('No mismatch.\n1 more is set aside.')
  expect([waiting.code, kindsIn(at('other.csv'))]).toEqual([0, []])
  expect(readFileSync(at('other.txt'), 'utf8')).toContain('found 1\nset-aside 1\n')

  const due = await reconcile([...command, ...aside(new Date().toISOString())], env)
  expect(due.text).toContain('0 new, 0 still there, 1 returned, 0 gone')
  expect([due.code, kindsIn(at('other.csv')).length]).toEqual([1, 1])
})

test.each<[string, () => string[], Record<string, string>, RegExp]>([
  ['no output is named', () => [at('hr.csv')], {}, /Usage/],
  ['there is no such file', () => [at('none.csv'), '--out', at('x.csv')], {}, /no such file/],
  [
    'no column says who a line is about',
    () => {
      writeFileSync(at('odd.csv'), 'Colour,Size\nred,big\nblue,small\n')
      return [at('odd.csv'), '--out', at('x.csv')]
    },
    {},
    /None of the columns.*Colour, Size/s,
  ],
  [
    'the rules name a column that is not there',
    () => {
      writeFileSync(at('bad.json'), '{"columns":{"email":["Post"]}}')
      return [at('hr.csv'), '--out', at('x.csv'), '--rules', at('bad.json')]
    },
    {},
    /no column Post/,
  ],
  [
    'the rules are none',
    () => {
      writeFileSync(at('bad.json'), '{"silentdays":3}')
      return [at('hr.csv'), '--out', at('x.csv'), '--rules', at('bad.json')]
    },
    {},
    /silentdays/,
  ],
  [
    'what is set aside is none',
    () => {
      writeFileSync(at('bad.json'), '{"asides":[{"hash":"x"}]}')
      return [at('hr.csv'), '--out', at('x.csv'), '--asides', at('bad.json')]
    },
    {},
    /not a file of what is set aside.*hash/s,
  ],
  [
    'no such encoding is known',
    () => [at('hr.csv'), '--out', at('x.csv'), '--encoding', 'klingon'],
    {},
    /klingon is none of: utf-8/,
  ],
  [
    'no tenant is set',
    () => [at('hr.csv'), '--out', at('x.csv')],
    { FOCUS_CLIENT_ID: '' },
    /FOCUS_CLIENT_ID/,
  ],
  ['the key is wrong', () => [at('hr.csv'), '--out', at('x.csv')], { FOCUS_API_KEY: 'wrong' }, /./],
])('ends with 2, and writes nothing, where %s', async (_, args, env, words) => {
  const { code, text } = await reconcile(args(), env)
  expect(text).toMatch(words)
  expect(text).not.toMatch(/\n\s+at /)
  expect(code).toBe(2)
  expect(existsSync(at('x.csv'))).toBe(false)
})
