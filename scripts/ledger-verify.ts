/**
 * `npm run ledger:verify`: verifies the ledger in this console's own database, which is only read, with the
 * independent verifier. `-- export.jsonl` verifies an export instead. See verifier/README.md.
 */
import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type AccessSettings, readAccessSettings } from '@/lib/config/access-settings'
import {
  exitStatus,
  inWords,
  main,
  parseKey,
  splitNotes,
  writeKey,
} from '@/verifier/ledger-verify.mjs'
import { type LedgerTables, readPostgres, readSqlite } from './ledger-tables'
import { verifyTables } from './verify-tables'

const USAGE = `Usage: npm run ledger:verify [-- [export.jsonl] [--key KEY]… [--checkpoint FILE]… [--json]]

Without an export it reads the database of DATA_DIR or DATABASE_URL, and changes nothing.
  --key KEY          the key you trust, as name+id+base64; without it that of this console's key file
  --checkpoint FILE  checkpoints that were kept elsewhere; without it those of LEDGER_WITNESS, where it is a file
  --json             the report as JSON

Exit status: 0 sound, 1 tampered, 2 incomplete (as while the console runs), 3 usage.`

function settings(): AccessSettings {
  const mistakes: string[] = []
  const read = readAccessSettings(process.env, mistakes)
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  return read
}

/** The public half of the key that this console signs with. */
function ownKey({ ledger }: AccessSettings): string {
  return writeKey(ledger.name, createPublicKey(readFileSync(ledger.keyFile, 'utf8')))
}

function notesOf(files: readonly string[]): string[] {
  return files.flatMap((file) => splitNotes(readFileSync(file, 'utf8')))
}

/** A witness that is a file of this machine is asked by itself. */
function witnessOf({ ledger: { witness } }: AccessSettings): string[] {
  return witness !== null && !witness.includes('://') && existsSync(witness) ? [witness] : []
}

function openTables({ database }: AccessSettings): Promise<LedgerTables> | LedgerTables {
  if (database.kind === 'postgres') return readPostgres(database.url)
  return readSqlite(join(resolve(process.env.DATA_DIR ?? '.data'), 'focus-console.db'))
}

async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true },
      checkpoint: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help === true) {
    console.log(USAGE)
    return 0
  }
  if (positionals.length > 0) return main(args)
  const read = settings()
  const [first = ownKey(read), ...others] = (values.key ?? []).map((key) => parseKey(key).text)
  const outside = notesOf(values.checkpoint ?? witnessOf(read))
  const tables = await openTables(read)
  try {
    const report = await verifyTables(tables, { keys: [first, ...others], outside })
    if (values.json === true) console.log(JSON.stringify(report, null, 2))
    else {
      if (values.key === undefined)
        console.log(`The key is that of ${read.ledger.keyFile}; --key takes the one you were told.`)
      console.log(inWords(report))
    }
    return exitStatus(report)
  } finally {
    await tables.close()
  }
}

for (const file of ['.env.local', '.env']) if (existsSync(file)) process.loadEnvFile(file)
try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  process.exitCode = 3
}
