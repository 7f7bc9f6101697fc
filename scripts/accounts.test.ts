import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { authenticate } from '@/lib/access/accounts'
import { openDatabase } from '@/lib/store/database'

const folder = mkdtempSync(join(tmpdir(), 'focus-console-accounts-cli-'))
// Each command is a process of its own that hashes at full cost.
vi.setConfig({ testTimeout: 120_000 })
const PASSWORD = 'correct horse battery'

/** Runs the command as `npm run accounts` does. */
function accounts(args: string[], input = ''): Promise<{ code: number | null; text: string }> {
  const child = spawn(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'scripts/accounts.ts', ...args],
    { env: { ...process.env, DATA_DIR: folder } },
  )
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk
    })
  child.stdin.end(input)
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, text }))
  })
}

async function signsIn(email: string, password: string): Promise<string[] | null> {
  const db = await openDatabase(folder)
  try {
    return (await authenticate(db, email, password))?.roles ?? null
  } finally {
    await db.destroy()
  }
}

test('adds, lists, changes and removes an account without any other configuration', async () => {
  const added = await accounts(
    [
      'add',
      'Someone@example.com',
      '--role',
      'qa-reviewer',
      '--role',
      'admin',
      '--name',
      'Some One',
    ],
    `${PASSWORD}\n`,
  )
  expect(added).toEqual({ code: 0, text: 'Added Someone@example.com as qa-reviewer, admin.\n' })
  expect(await signsIn('someone@example.com', PASSWORD)).toEqual(['qa-reviewer', 'admin'])
  expect((await accounts(['list'])).text).toBe('someone@example.com\tSome One\tqa-reviewer,admin\n')

  expect((await accounts(['set-role', 'someone@example.com', '--role', 'admin'])).code).toBe(0)
  expect(await signsIn('someone@example.com', PASSWORD)).toEqual(['admin'])

  const changed = await accounts(['set-password', 'someone@example.com'], 'another long one\n')
  expect(changed.code).toBe(0)
  expect(await signsIn('someone@example.com', PASSWORD)).toBeNull()
  expect(await signsIn('someone@example.com', 'another long one')).toEqual(['admin'])

  expect((await accounts(['remove', 'someone@example.com'])).code).toBe(0)
  expect((await accounts(['list'])).text).toBe('There are no accounts.\n')

  // Each change is an intent with its outcome, and no password is in any.
  const db = await openDatabase(folder)
  const entries = await db
    .selectFrom('ledgerEntry')
    .leftJoin('ledgerPersonal', 'ledgerPersonal.sequence', 'ledgerEntry.sequence')
    .select(['phase', 'action', 'leaf', 'text'])
    .orderBy('ledgerEntry.sequence')
    .execute()
  await db.destroy()
  const changes = entries.filter(({ action }) => action === 'account-change')
  const outcomes = changes.filter(({ phase }) => phase === 'outcome')
  expect(new Set(changes.map(({ leaf }) => leaf)).size).toBe(8)
  expect(outcomes).toHaveLength(4)
  const text = JSON.stringify(entries)
  for (const told of ['set-password', 'someone@example.com', 'command line'])
    expect(text).toContain(told)
  for (const secret of [PASSWORD, 'another long one', 'scrypt']) expect(text).not.toContain(secret)
})

test.each([
  [
    'a role that does not exist',
    ['add', 'a@example.com', '--role', 'boss'],
    PASSWORD,
    /no role boss/,
  ],
  ['no role', ['add', 'a@example.com'], PASSWORD, /Name a role/],
  ['a short password', ['add', 'a@example.com', '--role', 'admin'], 'short', /at least 12/],
  ['no password', ['add', 'a@example.com', '--role', 'admin'], '', /at least 12/],
  ['no address', ['add', 'someone', '--role', 'admin'], PASSWORD, /not an e-mail/],
  ['a stranger', ['remove', 'nobody@example.com'], '', /no account/],
  ['another command', ['promote'], '', /Usage/],
  ['another option', ['list', '--password', 'x'], '', /Unknown option/],
])('refuses %s in words', async (_name, args, input, words) => {
  const { code, text } = await accounts(args, input)
  expect(code).toBe(1)
  expect(text).toMatch(words)
  expect(text).not.toMatch(/\n\s+at /)
})
