/**
 * `npm run reconcile -- hr.csv --out fixes.csv`: compares an HR file with the tenant's directory, as the Reconcile page does, for a nightly
 * job. The file is read here and goes nowhere. Exit status: 0 no mismatch but those set aside, 1 some, or lines that could not be read, 2 could
 * not run.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Config, loadConfig } from '@/lib/config/config'
import { NoteSigner } from '@/lib/ledger/signed-note'
import { readSigningKey } from '@/lib/ledger/signing-key'
import { AsidesFile, asideAt, withReturned } from '@/lib/reconcile/asides'
import { compareRuns } from '@/lib/reconcile/compare-runs'
import { ENCODINGS, encodingNamed } from '@/lib/reconcile/file/encodings'
import { readTable } from '@/lib/reconcile/file/read-table'
import { fixListCsv, fixListJsonLines } from '@/lib/reconcile/fix-list'
import { keptFaults, sha256 } from '@/lib/reconcile/key-hashes'
import { rulesWithoutGroup } from '@/lib/reconcile/mismatches/retention-rules'
import type { ReconcileRules } from '@/lib/reconcile/model'
import { readHrRows } from '@/lib/reconcile/read/read-hr-rows'
import { reconcile } from '@/lib/reconcile/reconcile'
import { RulesFile } from '@/lib/reconcile/rules-file'
import { runSummary, type SummaryOf } from '@/lib/reconcile/run-summary'
import { openStore } from '@/lib/store/database'
import { readRecordedDirectory } from './reconcile-directory'
import { reportLines } from './reconcile-report'
import { findsPeople, mappingOf } from './reconcile-rules'
import { readState, statePath, writeState } from './reconcile-state'

const USAGE = `Usage: npm run reconcile -- <hr.csv|hr.tsv|hr.xlsx> --out <fixes.csv>
  --rules <rules.json>    retention by department and group, silent days, privileged rights, columns
  --asides <asides.json>  what is set aside, and until when; the Reconcile page saves both files
  --json <fixes.jsonl>    the same as JSON lines
  --summary <summary.txt> what was compared, when and by which rules, signed with the ledger's key
  --raw                   cells of the CSV as they are, for machines; without it no cell runs in a spreadsheet
  --encoding <name>       of a text file, such as windows-1250; told or guessed without it
  --today <2026-11-23>    the day that decides who works here; today without it, by this computer's clock

The tenant is that of FOCUS_* (docs/operations.md). What changed since the last run is told by <fixes>.run.json beside the output.
Exit status: 0 no mismatch but those set aside, 1 some, or lines that could not be read, 2 could not run.`

/** Something that whoever runs the command can mend: its text is all they need. */
class Refusal extends Error {}

/** No person signs in here; a placeholder stands for the secret of their sessions. */
function settings(): Config {
  return loadConfig({ ...process.env, NEXTAUTH_SECRET: 'not-used-by-reconcile'.repeat(2) })
}

function readFile(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : `${path} cannot be read.`)
  }
}

function readJson<T>(path: string, schema: z.ZodType<T>, what: string): T {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(readFile(path))))
  } catch (error) {
    if (error instanceof Refusal) throw error
    const why = error instanceof z.ZodError ? z.prettifyError(error) : 'It is not JSON.'
    throw new Refusal(`${path} is not a file of ${what}.\n${why}`)
  }
}

async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      rules: { type: 'string' },
      asides: { type: 'string' },
      encoding: { type: 'string' },
      json: { type: 'string' },
      summary: { type: 'string' },
      raw: { type: 'boolean', default: false },
      today: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help === true) {
    console.log(USAGE)
    return 0
  }
  const [input] = positionals
  const { out } = values
  if (input === undefined || positionals.length > 1 || out === undefined) throw new Refusal(USAGE)
  const rulesFile =
    values.rules === undefined ? RulesFile.parse({}) : readJson(values.rules, RulesFile, 'rules')
  const { asides } =
    values.asides === undefined
      ? { asides: [] }
      : readJson(values.asides, AsidesFile, 'what is set aside')
  const encoding = encodingNamed(values.encoding ?? '')
  if (values.encoding !== undefined && encoding === null)
    throw new Refusal(`${values.encoding} is none of: ${Object.keys(ENCODINGS).join(', ')}`)
  const today = z.iso.date().safeParse(values.today ?? Temporal.Now.plainDateISO().toString())
  if (!today.success) throw new Refusal(`${values.today} is not a day, as in 2026-11-23.`)
  const previous = readState(statePath(out))

  const bytes = readFile(input)
  const table = await readTable(bytes, basename(input), encoding)
  const { mapping, missing } = mappingOf(table, rulesFile)
  if (missing.length > 0)
    throw new Refusal(
      `The file has no column ${missing.join(', ')}. It has: ${table.heading.join(', ')}`,
    )
  if (!findsPeople(mapping))
    throw new Refusal(
      `None of the columns says who a line is about. Name them in the rules, as in {"columns":{"employeeNumber":["Staff ID"]}}. There are: ${table.heading.join(', ')}`,
    )

  const config = settings()
  const rules: ReconcileRules = {
    today: today.data,
    defaultCountry: rulesFile.defaultCountry ?? config.defaultCountry,
    retention: rulesFile.retention,
    silentDays: rulesFile.silentDays,
    privilegedRights: rulesFile.privilegedRights,
  }
  const { rows, unreadable } = readHrRows(table.lines, mapping, rules)
  if (rows.length === 0)
    throw new Refusal('No line of the file could be read. Are the columns right?')
  const unread = [...table.problems, ...unreadable].sort((a, b) => a.line - b.line)

  const read = await readFocus(config)
  if (read.incomplete.length > 0)
    throw new Refusal(
      `Focus’s list of ${read.incomplete.join(', ')} was not whole: what is missing from it cannot be told from what is missing in Focus. Try again later.`,
    )
  const result = reconcile(rows, read.directory, rules, { unreadable: unread })
  const faults = await keptFaults(result.mismatches)
  const timeUtc = new Date().toISOString()
  const { comparison: compared, keep } = compareRuns(previous, { timeUtc, faults })
  const comparison = withReturned(compared, asides, timeUtc)
  const waiting = asideAt(asides, timeUtc)
  const open = result.mismatches.filter((_, nth) => !waiting.has(faults[nth]?.hash ?? ''))
  const aside = result.mismatches.length - open.length

  writeFileSync(out, fixListCsv(open, values.raw ? 'raw' : 'safe', unread))
  if (values.json !== undefined) writeFileSync(values.json, fixListJsonLines(open, unread))
  if (values.summary !== undefined) {
    const file = { name: basename(input), bytes: bytes.length, sha256: await sha256(bytes) }
    const focus = { whole: true, unreadable: read.unreadable }
    const { heading } = table
    const { counts } = result
    const of = { timeUtc, file, rules, mapping, heading, focus, counts, faults, aside, comparison }
    writeFileSync(values.summary, await signedSummary(config, of))
  }
  writeState(statePath(out), keep)
  const without = rulesWithoutGroup(rules, read.directory)
  console.log(
    reportLines({ result, open, comparison, read, rulesWithoutGroup: without }).join('\n'),
  )
  return open.length + unread.length === 0 ? 0 : 1
}

async function readFocus(config: Config) {
  const leaver = new AbortController()
  process.once('SIGINT', () => leaver.abort())
  const db = await openStore(config.database, config.dataDir)
  try {
    return await readRecordedDirectory({
      db,
      config,
      signal: leaver.signal,
      onProgress: (part, rows) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${part}: ${rows.toLocaleString('en')}   `)
      },
    })
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
    await db.destroy()
  }
}

async function signedSummary(
  { focus, ledger }: Config,
  of: Omit<SummaryOf, 'by' | 'tenant'>,
): Promise<string> {
  const signer = new NoteSigner(ledger.name, readSigningKey(ledger.keyFile, false))
  const text = await runSummary({
    ...of,
    by: `${userInfo().username} at the command line`,
    tenant: `${focus.baseUrl}, account ${focus.clientId}`,
  })
  return signer.sign(text)
}

for (const file of ['.env.local', '.env']) if (existsSync(file)) process.loadEnvFile(file)
try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
