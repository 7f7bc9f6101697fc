/** `npm run bench -- reconcile`: a firm of 200,000 people compared with its HR file, beside a plain hash join of the same data. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { FocusDirectory, HrLine, HrRow, ReconcileRules } from '@/lib/reconcile/model'
import { guessMapping } from '@/lib/reconcile/file/guess-mapping'
import { readTable } from '@/lib/reconcile/file/read-table'
import { readHrRows } from '@/lib/reconcile/read/read-hr-rows'
import { reconcileStepwise } from '@/lib/reconcile/reconcile'
import { writeXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { quantiles } from './quantiles'
import { HEADING, sampleFirm } from './reconcile-sample'

const SIZE = 200_000
const ROUNDS = 3
const RULES: ReconcileRules = {
  today: '2026-11-23',
  defaultCountry: 'GB',
  retention: [{ department: 'Department 3', group: null, retentionGroup: 'Trading floor' }],
  silentDays: 30,
  privilegedRights: ['Users.View'],
}
const MB = 1024 * 1024

export async function reconcileBench(): Promise<string[]> {
  const { lines, directory } = sampleFirm(SIZE)
  const bytes = new TextEncoder().encode(
    Papa.unparse([HEADING, ...lines.map(({ cells }) => [...cells])]),
  )
  const fileMs = await readingTakes(bytes)
  const workbook = await writeXlsx({
    sheets: [{ name: 'Staff', rows: [HEADING, ...lines.map(({ cells }) => [...cells])] }],
  })
  const workbookMs = await readingTakes(workbook)
  const rounds = Array.from({ length: ROUNDS }, () => round(lines, directory))
  const median = (of: (one: Round) => number) => quantiles(rounds.map(of)).median
  const join = median(({ joinMs }) => joinMs)
  const line = (what: string, ms: number) =>
    `| ${what} | ${(ms / 1000).toFixed(2)} s | ${(ms / join).toFixed(1)} |`
  const [last] = rounds.slice(-1)
  return [
    `| ${SIZE.toLocaleString('en')} HR rows, as many people, ${directory.endpoints.length.toLocaleString('en')} endpoints; median of ${ROUNDS} | time | ÷ hash join |`,
    '|---|---|---|',
    line('plain hash join by number, e-mail, phone', join),
    line(`CSV of ${Math.round(bytes.length / MB)} MB taken apart, once`, fileMs),
    line(`XLSX of ${Math.round(workbook.length / MB)} MB taken apart, once`, workbookMs),
    line(
      'rows read out of the cells',
      median(({ readMs }) => readMs),
    ),
    line(
      'reconciliation',
      median(({ reconcileMs }) => reconcileMs),
    ),
    '',
    `Joined by the hash join: ${last?.joined.toLocaleString('en')}; by the reconciliation: ${last?.matched.toLocaleString('en')}, with ${last?.mismatches.toLocaleString('en')} mismatches. ` +
      `Heap: ${Math.round(median(({ before }) => before) / MB)} MB for the two sides, ${Math.round(median(({ peak }) => peak) / MB)} MB at most while comparing; longest stretch between two words of progress ${Math.round(median(({ stretchMs }) => stretchMs))} ms.`,
  ]
}

async function readingTakes(bytes: Uint8Array): Promise<number> {
  const beganMs = performance.now()
  const { lines } = await readTable(bytes, 'hr')
  if (lines.length !== SIZE) throw new Error('The file was not read whole')
  return performance.now() - beganMs
}

type Round = ReturnType<typeof round>

function round(lines: readonly HrLine[], directory: FocusDirectory) {
  const mapping = guessMapping(HEADING, lines)
  const beganMs = performance.now()
  const { rows } = readHrRows(lines, mapping, RULES)
  const readMs = performance.now() - beganMs
  const joinBeganMs = performance.now()
  const joined = hashJoin(rows, directory)
  const joinMs = performance.now() - joinBeganMs
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  let peak = before
  let stretchMs = 0
  const reconcileBeganMs = performance.now()
  let lastMs = reconcileBeganMs
  const work = reconcileStepwise(rows, directory, RULES)
  let step = work.next()
  while (step.done !== true) {
    const nowMs = performance.now()
    stretchMs = Math.max(stretchMs, nowMs - lastMs)
    lastMs = nowMs
    peak = Math.max(peak, process.memoryUsage().heapUsed)
    step = work.next()
  }
  const reconcileMs = performance.now() - reconcileBeganMs
  const { counts, mismatches } = step.value
  return {
    readMs,
    joinMs,
    reconcileMs,
    joined,
    matched: counts.matched,
    mismatches: mismatches.length,
    before,
    peak,
    stretchMs,
  }
}

/** So that what is measured is what is held. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

/** What a script would do: small letters, digits alone, a zero for the country. */
function hashJoin(rows: readonly HrRow[], { people, endpoints }: FocusDirectory): number {
  const byNumber = new Map(people.map((person) => [person.externalRef?.toLowerCase(), person]))
  const byEmail = new Map(people.map((person) => [person.email?.toLowerCase(), person]))
  const byId = new Map(people.map((person) => [person.personId, person]))
  const byPhone = new Map(endpoints.map((one) => [one.value, byId.get(one.personId ?? -1)]))
  let joined = 0
  for (const row of rows) {
    const person =
      byNumber.get(row.employeeNumber?.toLowerCase().replace(' ', '-')) ??
      row.emails.map((email) => byEmail.get(email.toLowerCase())).find((found) => found) ??
      row.phones
        .map((phone) =>
          byPhone.get(phone.replace('(0)', '').replace(/\D/g, '').replace(/^0/, '44')),
        )
        .find((found) => found)
    if (person !== undefined) joined++
  }
  return joined
}
