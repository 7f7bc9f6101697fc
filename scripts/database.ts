/**
 * `npm run database -- grant <role>`: with DATABASE_URL naming the owner of a PostgreSQL database, makes or updates the
 * tables and lets another role run the console over them without owning any.
 */
import { existsSync } from 'node:fs'
import { openPostgres } from '@/lib/store/database'
import { grantWriter } from '@/lib/store/postgres'

const USAGE = `Usage: npm run database -- grant <role>
DATABASE_URL names the database as its owner; the role exists already.`

for (const file of ['.env.local', '.env']) if (existsSync(file)) process.loadEnvFile(file)
const [command, role, ...more] = process.argv.slice(2)
const url = process.env.DATABASE_URL
try {
  if (command !== 'grant' || role === undefined || more.length > 0 || !url) throw new Error(USAGE)
  const db = await openPostgres(url)
  try {
    await grantWriter(db, role)
  } finally {
    await db.destroy()
  }
  console.log(`The tables are up to date, and ${role} may run the console.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
