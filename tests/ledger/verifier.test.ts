import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { describe, expect, test } from 'vitest'
import {
  checkpointText,
  closedLedger,
  exportLines,
  SAMPLE_ORIGIN,
  type SampleKey,
  SampleLedger,
  sampleKey,
  selectionLines,
} from '@/bench/ledger-sample'
import { SampleTree } from '@/bench/ledger-sample-tree'
import { SeededRandom } from '@/bench/seeded-random'
import { type ExportEntry, verifyExport } from '@/verifier/ledger-verify.mjs'

const random = new SeededRandom(41)
const key = sampleKey(random)
const keys = [key.text]
const { ledger, entries } = closedLedger(random, key, 200, 50)
const lines = exportLines(ledger, entries)
const size = entries.length
const textOf = (some: readonly string[]) => some.map((line) => `${line}\n`).join('')
const verify = (some: readonly string[], options = {}) =>
  verifyExport([Buffer.from(textOf(some))], { keys, ...options })

/** A checkpoint of a ledger elsewhere. */
function checkpointOf(other: SampleKey): string {
  const text = checkpointText(5, Buffer.alloc(32), 0).replace(SAMPLE_ORIGIN, 'elsewhere.example')
  return other.sign(text)
}

describe('a whole ledger', () => {
  test('is sound, whatever pieces it comes in', async () => {
    const bytes = Buffer.from(textOf(lines))
    const pieces = Array.from({ length: Math.ceil(bytes.length / 997) }, (_, nth) =>
      bytes.subarray(nth * 997, (nth + 1) * 997),
    )
    const report = await verifyExport(pieces, { keys })
    expect(report).toMatchObject({
      status: 'sound',
      firstBad: null,
      entries: size,
      checkpoints: ledger.checkpoints.length,
      lastCheckpoint: { size },
      unproved: 0,
      openIntents: 0,
      keyTrusted: true,
      problems: [],
    })
    expect(report.texts).toBeGreaterThan(size)
  })

  test('is as sound after an erasure', async () => {
    const erased = lines.map((line) => {
      const parsed = JSON.parse(line)
      return 'personal' in parsed ? JSON.stringify({ ...parsed, personal: {} }) : line
    })
    const report = await verify(erased)
    expect(report).toMatchObject({ status: 'sound', texts: 0 })
    expect(report.erasedTexts).toBeGreaterThan(size)
  })

  test('with an open intent, or entries after the last checkpoint, is incomplete', async () => {
    const young = new SampleLedger(new SeededRandom(5), key)
    const some: ExportEntry[] = []
    while (some.length < 40 || young.openIntents === 0) some.push(young.next())
    young.seal()
    const open = young.openIntents
    expect(await verify(exportLines(young, some))).toMatchObject({
      status: 'incomplete',
      unproved: 0,
      openIntents: open,
    })
    while (young.openIntents > 0) some.push(young.next(true))
    expect(await verify(exportLines(young, some))).toMatchObject({
      status: 'incomplete',
      unproved: open,
      openIntents: 0,
    })
  })

  test('that is empty is no ledger', async () => {
    expect(await verify([])).toMatchObject({ status: 'tampered', firstBad: 0 })
    expect(await verify(['{}'])).toMatchObject({ status: 'tampered', firstBad: 0 })
  })

  test('fits the checkpoints that were kept elsewhere, in any order, and those of others do not matter', async () => {
    const outside = ledger.checkpoints.map(({ note }) => note).reverse()
    const others = checkpointOf(sampleKey(new SeededRandom(8), 'elsewhere.example'))
    const report = await verify(lines, { outside: [...outside, others] })
    expect(report).toMatchObject({ status: 'sound', outsideCheckpoints: outside.length })
    expect(report.notes).toEqual(['1 checkpoint that you gave of other ledgers.'])
  })

  test('with a checkpoint from elsewhere that was cut off in the middle is incomplete', async () => {
    const notes = ledger.checkpoints.map(({ note }) => note)
    const report = await verify(lines, { outside: [...notes, notes[0]?.slice(0, 60)] })
    expect(report).toMatchObject({ status: 'incomplete', unreadableCheckpoints: 1 })
  })

  test('that was begun anew after a checkpoint left the house is found out', async () => {
    const other = closedLedger(new SeededRandom(6), key, 260, 50)
    const [first] = ledger.checkpoints
    const report = await verify(exportLines(other.ledger, other.entries), {
      outside: [first?.note],
    })
    expect(report).toMatchObject({ status: 'tampered', firstBad: 0, firstBadUntil: 49 })
  })
})

describe('what the holder of the key signed all the same', () => {
  const leaves = entries.map(({ leaf }) => leaf)
  const first = (phase: string) => leaves.findIndex((leaf) => leaf.includes(`"phase":"${phase}"`))
  const edited = (at: number, edit: (leaf: Record<string, unknown>) => object) =>
    leaves.with(at, canonicalize(edit(JSON.parse(leaves[at] ?? ''))) ?? '')

  /** An export of just these leaves, every hash, root and signature made for them. */
  function signed(forged: readonly string[]): string[] {
    const tree = new SampleTree()
    const lines = forged.map((leaf) => {
      const hash = tree.add(Buffer.from(leaf)).toString('hex')
      return JSON.stringify({ type: 'entry', leaf, hash, personal: {} })
    })
    const text = checkpointText(tree.size, tree.head(0, tree.size), Date.UTC(2027, 0))
    const header = { ...ledger.header(), size: tree.size }
    const note = JSON.stringify({ type: 'checkpoint', note: key.sign(text) })
    return [JSON.stringify(header), ...lines, note]
  }

  const [intent, outcome, event] = [first('intent'), first('outcome'), first('event')]
  test.each<[string, () => string[], number, string]>([
    [
      'goes back in time',
      () => edited(90, (leaf) => ({ ...leaf, time: '2026-11-02T07:59:59.999Z' })),
      90,
      'earlier',
    ],
    [
      'is of a day that is none',
      () => edited(90, (leaf) => ({ ...leaf, time: '2026-13-02T07:59:59.999Z' })),
      90,
      'fields',
    ],
    ['has a field more', () => edited(5, (leaf) => ({ ...leaf, extra: 1 })), 5, 'fields'],
    ['lacks one', () => edited(event, ({ decision: _gone, ...leaf }) => leaf), event, 'fields'],
    ['is of no phase', () => edited(5, (leaf) => ({ ...leaf, phase: 'rumour' })), 5, 'fields'],
    [
      'says a person in clear',
      () => edited(intent, (leaf) => ({ ...leaf, actor: { name: 'Sam' } })),
      intent,
      'fields',
    ],
    [
      'ends another action than it began',
      () => edited(outcome, (leaf) => ({ ...leaf, action: 'reveal' })),
      outcome,
      'another action',
    ],
    [
      'ends what is still to come',
      () => edited(outcome, (leaf) => ({ ...leaf, of: outcome + 1 })),
      outcome,
      'no open intent',
    ],
    [
      'ends what was ended',
      () => [
        ...leaves,
        ...edited(outcome, (leaf) => ({ ...leaf, seq: size })).slice(outcome, outcome + 1),
      ],
      size,
      // The time of the copy is as old as the copy.
      'no open intent',
    ],
    [
      'is not written in the one way',
      () => leaves.with(5, leaves[5]?.replace('{', '{ ') ?? ''),
      5,
      'canonical',
    ],
    ['has another number', () => edited(5, (leaf) => ({ ...leaf, seq: 6 })), 5, 'missing'],
  ])('an entry that %s', async (_what, forge, at, words) => {
    const report = await verify(signed(forge()))
    expect(report).toMatchObject({ status: 'tampered', firstBad: at })
    expect(report.problems.map(({ what }) => what).join(' ')).toContain(words)
  })

  test('leaves as they were are sound', async () => {
    expect(await verify(signed(leaves))).toMatchObject({ status: 'sound' })
  })
})

test('a heading that names another key than the trusted one is refused', async () => {
  const header = { ...ledger.header(), key: sampleKey(new SeededRandom(9)).text }
  const report = await verify([JSON.stringify(header), ...lines.slice(1)])
  expect(report).toMatchObject({ status: 'tampered', firstBad: 0, problemCount: 1 })
})

test('a line that two programs could read in two ways is refused', async () => {
  const line = lines[4] ?? ''
  for (const other of [
    line.replace('{"type":"entry"', '{"type":"entry","type":"entry"'),
    line.replace('{"type"', '{ "type"'),
    line.replace('"type":"entry"', '"type":"\\u0065ntry"'),
    `${line}\r`,
  ]) {
    expect(other).not.toBe(line)
    expect(await verify(lines.with(4, other))).toMatchObject({ status: 'tampered', firstBad: 3 })
  }
})

describe('a selection', () => {
  const chosen = [2, 7, 8, 120, size - 1]
  const [older] = ledger.checkpoints

  test('is sound by its proofs, and with a checkpoint from outside that it is linked to', async () => {
    expect(await verify(selectionLines(ledger, entries, chosen))).toMatchObject({
      status: 'sound',
      whole: false,
      entries: chosen.length,
    })
    const linked = selectionLines(ledger, entries, chosen, [older?.size ?? 0])
    expect(await verify(linked, { outside: [older?.note] })).toMatchObject({ status: 'sound' })
  })

  test('with a link that does not hold is refused', async () => {
    const linked = selectionLines(ledger, entries, chosen, [older?.size ?? 0])
    const { proof, ...link } = JSON.parse(linked.at(-1) ?? '')
    const wrong = linked.with(-1, JSON.stringify({ ...link, proof: [...proof].reverse() }))
    const report = await verify(wrong, { outside: [older?.note] })
    expect(report).toMatchObject({ status: 'tampered', firstBad: chosen[0] })
  })

  test('without a link to a checkpoint from outside is incomplete', async () => {
    const report = await verify(selectionLines(ledger, entries, chosen), { outside: [older?.note] })
    expect(report).toMatchObject({ status: 'incomplete', unlinkedCheckpoints: 1 })
  })
})

describe('the one file, alone in a folder, with Node', () => {
  const folder = mkdtempSync(join(tmpdir(), 'focus-console-verifier-'))
  copyFileSync('verifier/ledger-verify.mjs', join(folder, 'ledger-verify.mjs'))
  writeFileSync(join(folder, 'ledger.jsonl'), textOf(lines))
  writeFileSync(join(folder, 'cut.jsonl'), textOf(lines.slice(0, 100)))
  writeFileSync(join(folder, 'unsealed.jsonl'), textOf(lines.slice(0, -1)))
  writeFileSync(join(folder, 'witness'), ledger.checkpoints.map(({ note }) => note).join('\n'))
  const run = (args: string[], input = '') => {
    const file = ['ledger-verify.mjs', ...args]
    const { status, stdout, stderr } = spawnSync(process.execPath, file, {
      cwd: folder,
      input,
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }

  test('says what it found, to people and to programs', () => {
    const people = run(['ledger.jsonl', '--key', key.text, '--checkpoint', 'witness'])
    expect(people).toMatchObject({ status: 0, stderr: '' })
    expect(people.stdout).toMatch(/Signed by the key you gave.*\n\nSOUND\n$/s)
    const programs = run(['--json', '-'], textOf(lines))
    expect(programs.status).toBe(0)
    expect(JSON.parse(programs.stdout)).toMatchObject({ status: 'sound', keyTrusted: false })
    expect(run(['ledger.jsonl']).stdout).toContain('That proves only that the export fits itself')
  })

  test('ends with the status of what it found', () => {
    const cut = run(['cut.jsonl', '--key', key.text])
    expect(cut.status).toBe(1)
    expect(cut.stdout).toContain('TAMPERED: the first bad sequence is 99.')
    const unsealed = run(['unsealed.jsonl'])
    expect(unsealed.status).toBe(2)
    expect(unsealed.stdout).toMatch(/\d+ entr.* newer than the last checkpoint/)
    const other = sampleKey(new SeededRandom(77)).text
    expect(run(['ledger.jsonl', '--key', other]).status).toBe(1)
  })

  test('explains itself when it is called wrongly', () => {
    for (const args of [
      ['nothing.jsonl'],
      ['ledger.jsonl', '--key'],
      ['ledger.jsonl', '--key', 'x'],
      ['ledger.jsonl', '--checkpoint', 'nothing'],
      ['ledger.jsonl', '--loud'],
      ['ledger.jsonl', 'cut.jsonl'],
    ])
      expect(run(args), args.join(' ')).toMatchObject({
        status: 3,
        stdout: '',
        stderr: expect.stringContaining('Usage'),
      })
  })
})
