import { Problem } from '@/lib/problem/problem'
import { toProblemBody } from '@/lib/problem/problem-json'
import { UnreadableFile } from '@/lib/reconcile/file/read-table'
import { keptFaults } from '@/lib/reconcile/key-hashes'
import type { UnreadableLine } from '@/lib/reconcile/model'
import { readHrRows } from '@/lib/reconcile/read/read-hr-rows'
import { reconcileInSteps } from '@/lib/reconcile/reconcile'
import { runSummary, type SummaryOf } from '@/lib/reconcile/run-summary'
import { fixListFile } from './fix-list-file'
import { readFocusSide } from './focus-side'
import { FoundMismatches, NotDone } from './found-mismatches'
import { type HrFile, readHrFile } from './hr-file'
import { changesOf, parseMemory, rememberRun, type Since, writeMemory } from './run-memory'
import type { Ask, FromWorker, Questions, SummaryFacts, ToWorker } from './worker-messages'

/*
 * Everything that is heavy or personal happens here: the file is read, compared and kept in this worker and nowhere else, and what
 * was found stays here too. The page asks for what it shows.
 */

/** Being read, or read: a comparison may be asked for before it is. */
let file: Promise<HrFile> | null = null
let compared: Omit<SummaryOf, keyof SummaryFacts | 'aside'> | null = null
let found = nothing()
let unread: readonly UnreadableLine[] = []
/** What this browser keeps of earlier runs, as it is kept. */
let memoryText: string | null = null

const NOTHING_SINCE: ReadonlyMap<string, Since> = new Map()

/** So many of the lines that cannot be read are shown. */
const UNREADABLE_SHOWN = 1_000

const tell = (message: FromWorker) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void take(data).catch((error: unknown) => tell(failureOf(error, data)))
})

function failureOf(error: unknown, message: ToWorker): FromWorker {
  const { type } = message
  if (type === 'ask') {
    const why = error instanceof NotDone ? error.message : null
    return { type: 'unanswered', ask: message.ask, why }
  }
  if (error instanceof UnreadableFile) return { type: 'failed', what: 'file', words: error.message }
  if (type === 'file')
    return { type: 'failed', what: 'file', words: 'This browser could not read the file.' }
  if (error instanceof Problem) {
    const { requestId, ...body } = toProblemBody(error, error.requestId ?? '')
    return { type: 'refused', problem: requestId === '' ? body : { ...body, requestId } }
  }
  const words = 'The comparison broke off. Nothing was kept of it.'
  return { type: 'failed', what: 'run', words }
}

async function take(message: ToWorker): Promise<void> {
  if (message.type === 'file') {
    file = readHrFile(message.file, message.encoding)
    tell({ type: 'table', table: (await file).seen })
  } else if (message.type === 'run') await run(message)
  else if (message.type === 'ask') {
    const answer = await answerTo(message)
    tell({ type: 'answer', ask: message.ask, answer })
  } else {
    memoryText = message.text
    if (compared === null) return
    found.memory = parseMemory(memoryText)
    tell({ type: 'tally', tally: found.tally() })
  }
}

async function answerTo(asked: Ask): Promise<Questions[keyof Questions]['answer']> {
  if (asked.question === 'list') return found.list(asked.of)
  if (asked.question === 'rows') return found.rows(asked.of)
  if (asked.question === 'count') return found.count(asked.of)
  if (asked.question === 'detail') return found.detail(asked.of)
  if (asked.question === 'fix-list') {
    const { chosen, format } = asked.of
    // Those that were chosen are mismatches; everything is what cannot be read, too.
    return fixListFile(found.chosen(chosen), chosen === null ? unread : [], format)
  }
  if (asked.question === 'summary') {
    if (compared === null) throw new Error('Nothing has been compared')
    return runSummary({ ...compared, ...asked.of, aside: found.tally().aside })
  }
  if (asked.question === 'asides') return found.asides()
  let put: number | null = null
  if (asked.question === 'take-back') found.takeBack(asked.of.at)
  else put = found.setAside(asked.of.chosen, asked.of.reason, asked.of.untilUtc)
  tell({ type: 'tally', tally: found.tally() })
  tell({ type: 'keep', memory: writeMemory(found.memory) })
  return put
}

async function run(message: Extract<ToWorker, { type: 'run' }>): Promise<void> {
  const { mapping, rules } = message
  if (file === null) return
  found = nothing()
  unread = []
  compared = null
  memoryText = message.memory
  const {
    directory,
    whole,
    unreadable: focusUnreadable,
  } = await readFocusSide((reading) => tell({ type: 'reading', ...reading }))
  const timeUtc = new Date().toISOString()
  tell({ type: 'comparing', comparedUtc: timeUtc })
  const { table, named } = await file
  const { rows, unreadable } = readHrRows(table.lines, mapping, rules)
  const { mismatches, counts, ...result } = await reconcileInSteps(rows, directory, rules, {
    unreadable: [...table.problems, ...unreadable].sort((a, b) => a.line - b.line),
    onProgress: (progress) => tell({ type: 'progress', progress }),
  })
  const faults = await keptFaults(mismatches)
  const before = parseMemory(memoryText)
  // A run of half of Focus is no run to compare the next one with.
  const { since, comparison, memory } = whole
    ? rememberRun(before, faults, timeUtc)
    : { since: NOTHING_SINCE, comparison: null, memory: before }
  const toKeep = writeMemory(memory)
  // Of a run too large to be kept no word is left; what is set aside is kept beside the run before.
  const kept = toKeep === null ? { ...before, asides: memory.asides } : memory
  found = new FoundMismatches(mismatches, faults, since, kept)
  unread = result.unreadable
  const focus = { whole, unreadable: focusUnreadable }
  const { heading } = table
  compared = { file: named, rules, mapping, heading, focus, counts, faults, comparison, timeUtc }
  tell({
    type: 'done',
    counts,
    kinds: [...new Set(faults.map(({ kind }) => kind))],
    tally: found.tally(),
    unreadable: {
      count: result.unreadable.length,
      first: result.unreadable.slice(0, UNREADABLE_SHOWN),
    },
    changes: comparison && changesOf(since, comparison),
    memory: toKeep,
  })
}

function nothing(): FoundMismatches {
  return new FoundMismatches([], [], new Map(), parseMemory(null))
}
