import { expect, test } from 'vitest'
import { type Memory, ReconcileSession, type Reconciliation } from './reconcile-session'
import type { FromWorker, ToWorker } from './worker-messages'

/** In a worker's place, which only a browser has: takes what it is told, and says what a test lets it say. */
class Stage extends EventTarget {
  readonly told: ToWorker[] = []
  ended = false
  postMessage(message: ToWorker) {
    this.told.push(message)
  }
  terminate() {
    this.ended = true
  }
  say(data: FromWorker) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  crash() {
    this.dispatchEvent(new Event('error'))
  }
}

const NOTHING_KEPT: Memory = { read: () => null, keep: () => true, onOther: () => undefined }
const TABLE = {
  ...{ fileName: 'hr.csv', fileDigest: '', heading: [], samples: [], lines: 1, problems: 0 },
  ...{ encoding: null, separator: null, sheet: null, guess: {} },
}
const RULES = {
  ...{ today: '2026-11-23', defaultCountry: 'GB', retention: [], silentDays: 90 },
  privilegedRights: [],
}
const DONE: FromWorker = {
  type: 'done',
  counts: { hrRows: 1, people: 1, endpoints: 0, users: 0, matched: 0, unreadable: 0 },
  kinds: ['not-in-hr'],
  tally: { open: [['not-in-hr', 1]], aside: 0 },
  unreadable: { count: 0, first: [] },
  changes: null,
  memory: null,
}

/** A session whose workers a test plays, in this phase. */
function sessionIn(phase: Reconciliation['phase']) {
  const stages: Stage[] = []
  const session = new ReconcileSession(() => {
    const stage = new Stage()
    stages.push(stage)
    return stage as unknown as Worker // the parts of one that a session uses
  }, NOTHING_KEPT)
  const stage = () => stages.at(-1) ?? new Stage()
  session.open(new File(['x'], 'hr.csv'))
  if (phase !== 'opening') stage().say({ type: 'table', table: TABLE })
  if (['loading', 'comparing', 'done'].includes(phase)) session.compare({}, RULES)
  if (['comparing', 'done'].includes(phase))
    stage().say({ type: 'comparing', comparedUtc: '2026-11-23T19:40:00.000Z' })
  if (phase === 'done') stage().say(DONE)
  expect(session.read().phase).toBe(phase)
  return { session, stages, stage }
}

test('a question that fails is rejected alone: what was found stays, and the reader is told', async () => {
  const { session, stage } = sessionIn('done')
  const detail = session.ask('detail', { list: 1, index: 0 })
  const list = session.ask('list', { kind: 'not-in-hr', words: [] })
  stage().say({ type: 'unanswered', ask: 1, why: null })
  stage().say({ type: 'answer', ask: 2, answer: { list: 2, count: 1 } })
  await expect(detail).rejects.toThrow('The evidence could not be shown. Try again.')
  await expect(list).resolves.toEqual({ list: 2, count: 1 })
  const { phase, failure, unanswered, kinds } = session.read()
  expect({ phase, failure, kinds }).toEqual({ phase: 'done', failure: null, kinds: ['not-in-hr'] })
  expect(unanswered?.words).toBe('The evidence could not be shown. Try again.')
  const again = session.ask('detail', { list: 2, index: 0 })
  stage().say({ type: 'answer', ask: 3, answer: null })
  await expect(again).resolves.toBeNull()
  expect(session.read().unanswered).toBeNull()
})

test('a question says why it is not answered, where the worker knows', async () => {
  const { session, stage } = sessionIn('done')
  const asked = session.ask('set-aside', {
    ...{ chosen: { list: 1, ranges: null }, reason: 'known', untilUtc: '2999-01-01T00:00:00.000Z' },
  })
  const why = 'The list has changed: choose again.'
  stage().say({ type: 'unanswered', ask: 1, why })
  await expect(asked).rejects.toThrow(`Nothing was set aside. ${why}`)
})

test.each([
  ['loading', /^Reading Focus’s side broke off/],
  ['comparing', /^Comparing the two sides broke off/],
  ['done', /let go of what was found/],
] as const)('a worker that is lost while %s says so, and another has the file', (phase, words) => {
  const { session, stages, stage } = sessionIn(phase)
  stage().crash()
  const now = session.read()
  expect(now.phase).toBe('columns')
  expect(now.table).toBe(TABLE)
  expect(now.failure).toEqual({ words: expect.stringMatching(words) })
  expect(stages).toHaveLength(2)
  expect(stages[0]?.ended).toBe(true)
  expect(stage().told).toEqual([{ type: 'file', file: expect.any(File), encoding: null }])
})

test.each([
  ['opening', 'This browser could not open the file.'],
  ['columns', 'This browser let go of the file. Drop it again.'],
] as const)('a worker that is lost while %s takes the file with it', (phase, words) => {
  const { session, stages, stage } = sessionIn(phase)
  stage().crash()
  expect(session.read()).toMatchObject({ phase: 'empty', failure: { words } })
  expect(stages).toHaveLength(1)
})
