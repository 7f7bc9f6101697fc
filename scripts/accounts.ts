/**
 * `npm run accounts -- <command>`: the local accounts of the console whose DATA_DIR this is. A password is
 * read from standard input, one line; typed at a terminal it is not shown.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import {
  addAccount,
  listAccounts,
  removeAccount,
  setPassword,
  setRoles,
} from '@/lib/access/accounts'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@/lib/access/password'
import { type AccessSettings, readAccessSettings } from '@/lib/config/access-settings'
import { ROLES, type Role } from '@/lib/contract/permission'
import { openStore } from '@/lib/store/database'
import { type AccountChange, changeAccount } from './account-change'
import { readSecretLine } from './read-secret-line'

const USAGE = `Usage: npm run accounts -- <command>
  add <e-mail> --role <role> [--role <role>] [--name <name>]   password on standard input
  list
  remove <e-mail>
  set-role <e-mail> --role <role> [--role <role>]
  set-password <e-mail>                                        password on standard input
Roles: ${ROLES.join(', ')}`

/** A mistake of whoever typed the command: its text is all they need. */
class Refusal extends Error {}

const isRole = (name: string): name is Role => ROLES.some((role) => role === name)

function rolesFrom(names: string[] | undefined): Role[] {
  const given = (names ?? []).flatMap((name) => name.split(','))
  const unknown = given.filter((name) => !isRole(name))
  if (unknown.length > 0)
    throw new Refusal(`There is no role ${unknown.join(', ')}. Roles: ${ROLES.join(', ')}`)
  if (given.length === 0) throw new Refusal(`Name a role: --role ${ROLES[0]}`)
  return [...new Set(given.filter(isRole))]
}

function emailFrom(text: string | undefined): string {
  const parsed = z.email().max(320).safeParse(text?.trim())
  if (!parsed.success) throw new Refusal(`${text ?? 'Nothing'} is not an e-mail address.\n${USAGE}`)
  return parsed.data
}

async function newPassword(): Promise<string> {
  const password = await readSecretLine('Password: ')
  if (password.length < MIN_PASSWORD_LENGTH || password.length > MAX_PASSWORD_LENGTH)
    throw new Refusal(`A password has at least ${MIN_PASSWORD_LENGTH} characters.`)
  if (process.stdin.isTTY && (await readSecretLine('Once more: ')) !== password)
    throw new Refusal('The two passwords differ.')
  return password
}

function accessSettings(): AccessSettings {
  const mistakes: string[] = []
  const settings = readAccessSettings(process.env, mistakes)
  if (mistakes.length > 0) throw new Refusal(mistakes.join('\n'))
  return settings
}

function demand(found: boolean, email: string): void {
  if (!found) throw new Refusal(`There is no account ${email}.`)
}

async function run(args: string[]): Promise<string> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { role: { type: 'string', multiple: true }, name: { type: 'string' } },
  })
  const [command, address] = positionals
  if (command === undefined || command === 'help') return USAGE
  const settings = accessSettings()
  const db = await openStore(settings.database, resolve(process.env.DATA_DIR ?? '.data'))
  const recorded = <T>(change: AccountChange, make: () => Promise<T>) =>
    changeAccount({ db, settings, change, make })
  try {
    if (command === 'list') {
      const accounts = await listAccounts(db)
      const lines = accounts.map(
        ({ email, name, roles }) => `${email}\t${name}\t${roles.join(',')}`,
      )
      return lines.join('\n') || 'There are no accounts.'
    }
    if (command === 'add') {
      const email = emailFrom(address)
      const roles = rolesFrom(values.role)
      const taken = (await listAccounts(db)).some(
        (account) => account.email === email.toLowerCase(),
      )
      if (taken) throw new Refusal(`${email} has an account. Use set-role or set-password.`)
      const createdUtc = new Date().toISOString()
      const name = values.name ?? email
      const password = await newPassword()
      await recorded({ command, email, roles }, () =>
        addAccount(db, { email, name, roles, password, createdUtc }),
      )
      return `Added ${email} as ${roles.join(', ')}.`
    }
    if (command === 'remove') {
      const email = emailFrom(address)
      demand(await recorded({ command, email }, () => removeAccount(db, email)), email)
      return `Removed ${email}. Any session ends with its next request.`
    }
    if (command === 'set-role' || command === 'set-roles') {
      const email = emailFrom(address)
      const roles = rolesFrom(values.role)
      const set = () => setRoles(db, email, roles)
      demand(await recorded({ command: 'set-role', email, roles }, set), email)
      return `${email} is ${roles.join(', ')} from now on.`
    }
    if (command === 'set-password') {
      const email = emailFrom(address)
      demand(
        (await listAccounts(db)).some((account) => account.email === email.toLowerCase()),
        email,
      )
      const password = await newPassword()
      await recorded({ command, email }, () => setPassword(db, email, password))
      return `The password of ${email} is changed; sessions begun with the old one have ended.`
    }
    throw new Refusal(`There is no command ${command}.\n${USAGE}`)
  } finally {
    await db.destroy()
  }
}

for (const file of ['.env.local', '.env']) if (existsSync(file)) process.loadEnvFile(file)
try {
  console.log(await run(process.argv.slice(2)))
} catch (error) {
  const ofTheirs = error instanceof Refusal || (error instanceof Error && 'code' in error)
  console.error(ofTheirs ? error.message : error)
  process.exitCode = 1
}
