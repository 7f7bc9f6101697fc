import type { DirectoryLine } from '@/lib/contract/directory'
import { guessMapping } from '@/lib/reconcile/file/guess-mapping'
import { type HrTable, readTable, UnreadableFile } from '@/lib/reconcile/file/read-table'
import { fixListCsv, fixListJsonLines } from '@/lib/reconcile/fix-list'
import { keptFaults, sha256 } from '@/lib/reconcile/key-hashes'
import type { FocusDirectory, Mismatch, MismatchKind } from '@/lib/reconcile/model'
import { readHrRows } from '@/lib/reconcile/read/read-hr-rows'
import { reconcileInSteps } from '@/lib/reconcile/reconcile'
import { runSummary, type SummaryOf } from '@/lib/reconcile/run-summary'
import { searchedText, toMismatchRow } from './mismatch-row'
import { changesOf, parseMemory, rememberRun, writeMemory } from './run-memory'
import type { FromWorker, SummaryFacts, ToWorker } from './worker-messages'

/*
 * Everything that is heavy or personal happens here: the file is read, compared and kept in this worker and nowhere else.
 */

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

let table: HrTable | null = null
let directory: Writable<FocusDirectory> = emptyDirectory()
let mismatches: readonly Mismatch[] = []
let compared: Omit<SummaryOf, keyof SummaryFacts> | null = null
let file: SummaryOf['file'] | null = null

/** Copied to the page in bundles, so that copying is not noticed. */
const BUNDLE = 500

const tell = (message: FromWorker) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void take(data).catch((error: unknown) => {
    const what = data.type === 'file' ? 'file' : 'run'
    const known = error instanceof UnreadableFile
    tell({
      type: 'failed',
      what,
      words: known ? error.message : 'The comparison broke off. Nothing was kept of it.',
    })
  })
})

async function take(message: ToWorker): Promise<void> {
  if (message.type === 'file') return readFile(message.bytes, message.fileName)
  if (message.type === 'directory-begin') {
    directory = emptyDirectory()
    return
  }
  if (message.type === 'directory') return takeLine(message.line)
  if (message.type === 'run') return run(message)
  if (message.type === 'detail') {
    const mismatch = mismatches[message.at]
    if (mismatch !== undefined) tell({ type: 'detail', at: message.at, mismatch })
    return
  }
  if (message.type === 'summary') {
    if (compared !== null)
      tell({ type: 'summary', text: await runSummary({ ...compared, ...message.of }) })
    return
  }
  if (message.type === 'search') {
    const at = mismatches.flatMap((mismatch, place) => {
      const text = searchedText(mismatch)
      return message.words.every((word) => text.includes(word)) ? [place] : []
    })
    tell({ type: 'found', at: Uint32Array.from(at) })
    return
  }
  const chosen = message.at.flatMap((at) => mismatches[at] ?? [])
  const { format } = message
  const text =
    format === 'jsonl'
      ? fixListJsonLines(chosen)
      : fixListCsv(chosen, format === 'csv-safe' ? 'safe' : 'raw')
  tell({ type: 'fix-list', text, format })
}

async function readFile(bytes: ArrayBuffer, fileName: string): Promise<void> {
  table = null
  mismatches = []
  const read = await readTable(new Uint8Array(bytes), fileName)
  const fileDigest = await sha256(new Uint8Array(bytes))
  table = read
  file = { name: fileName, bytes: bytes.byteLength, sha256: fileDigest }
  const { heading, lines, problems, encoding, separator, sheet } = read
  tell({
    type: 'table',
    table: {
      fileName,
      fileDigest,
      heading,
      samples: heading.map((_, column) => samplesOf(lines, column)),
      lines: lines.length,
      problems: problems.length,
      encoding,
      separator,
      sheet,
      guess: guessMapping(heading, lines),
    },
  })
}

function samplesOf(lines: HrTable['lines'], column: number): string[] {
  const samples: string[] = []
  for (const { cells } of lines) {
    const cell = cells[column]?.trim() ?? ''
    if (cell !== '' && !samples.includes(cell)) samples.push(cell.slice(0, 60))
    if (samples.length === 3) break
  }
  return samples
}

function takeLine(line: DirectoryLine): void {
  if (line.type === 'people') for (const person of line.people) directory.people.push(person)
  else if (line.type === 'endpoints')
    for (const endpoint of line.endpoints) directory.endpoints.push(endpoint)
  else if (line.type === 'users') for (const user of line.users) directory.users.push(user)
  else if (line.type === 'retention-groups') directory.retentionGroups = [...line.groups]
}

async function run(message: Extract<ToWorker, { type: 'run' }>): Promise<void> {
  const { mapping, rules, nowUtc } = message
  if (table === null || file === null) return
  const { rows, unreadable } = readHrRows(table.lines, mapping, rules)
  const unread = [...table.problems, ...unreadable].sort((a, b) => a.line - b.line)
  const result = await reconcileInSteps(rows, directory, rules, {
    unreadable: unread,
    onProgress: (progress) => tell({ type: 'progress', progress }),
  })
  mismatches = result.mismatches
  const faults = await keptFaults(mismatches)
  const { since, comparison, memory } = rememberRun(parseMemory(message.memory), faults, nowUtc)
  const kinds = new Map<MismatchKind, number>()
  for (const { kind } of mismatches) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  for (let from = 0; from < mismatches.length; from += BUNDLE) {
    const rowsOf = mismatches.slice(from, from + BUNDLE).map((mismatch, place) => {
      const hash = faults[from + place]?.hash ?? ''
      return toMismatchRow(mismatch, from + place, hash, since.get(hash) ?? null)
    })
    tell({ type: 'rows', rows: rowsOf })
  }
  compared = { file, rules, counts: result.counts, faults, comparison, timeUtc: nowUtc }
  tell({
    type: 'done',
    counts: result.counts,
    kinds: [...kinds],
    unreadable: result.unreadable,
    changes: changesOf(since, comparison),
    memory: writeMemory(memory),
  })
}

function emptyDirectory(): Writable<FocusDirectory> {
  return { people: [], endpoints: [], users: [], retentionGroups: [] }
}
