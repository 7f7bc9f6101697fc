import { createHash, createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { ExportConsistency, ExportEntry, ExportHeader } from '../verifier/ledger-verify.mjs'
import { SampleTree } from './ledger-sample-tree'
import type { SeededRandom } from './seeded-random'

export const SAMPLE_ORIGIN = 'console.example/access-ledger'
const FIRST_MS = Date.UTC(2026, 10, 2, 8)
const PKCS8_OF_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
const ACTIONS = ['search', 'view', 'play', 'download', 'transcript-read'] as const

/** A signer as C2SP's signed notes have one. */
export type SampleKey = { readonly text: string; sign(body: string): string }

/** The key of 32 random bytes, under a name. */
export function sampleKey(random: SeededRandom, name = SAMPLE_ORIGIN): SampleKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_OF_ED25519, random.bytes(32)]),
    format: 'der',
    type: 'pkcs8',
  })
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)
  const typed = Buffer.concat([Buffer.of(1), raw])
  const id = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4)
  return {
    text: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    sign(body) {
      const signature = Buffer.concat([id, sign(null, Buffer.from(body), privateKey)])
      return `${body}\n— ${name} ${signature.toString('base64')}\n`
    },
  }
}

/** The text of a checkpoint, unsigned. */
export function checkpointText(size: number, root: Buffer, timeMs: number): string {
  const time = new Date(timeMs).toISOString()
  return `${SAMPLE_ORIGIN}\n${size}\n${root.toString('base64')}\ntime ${time}\n`
}

/** A ledger made from verifier/README.md alone, without the writer's code: entries, then checkpoints. */
export class SampleLedger {
  readonly tree = new SampleTree()
  readonly checkpoints: { size: number; note: string }[] = []
  readonly #open: { sequence: number; action: string }[] = []
  #timeMs = FIRST_MS

  constructor(
    readonly random: SeededRandom,
    readonly key: SampleKey,
  ) {}

  /** The next entry: an intent, a word on how far it was heard, an outcome, or an event. */
  next(closing = false): ExportEntry {
    const { random } = this
    this.#timeMs += random.below(900)
    const turn = closing ? 7 : random.below(8)
    const open = this.#open.length === 0 ? undefined : random.pick(this.#open)
    if (open !== undefined && turn >= 4) {
      if (turn === 4) return this.#add('progress', open.action, this.#halfOf(open.sequence))
      this.#open.splice(this.#open.indexOf(open), 1)
      return this.#add('outcome', open.action, {
        ...this.#halfOf(open.sequence),
        upstream: [this.#call()],
      })
    }
    if (turn === 2 || closing) return this.#add('event', 'sign-in', this.#deed())
    const action = random.pick(ACTIONS)
    this.#open.push({ sequence: this.tree.size, action })
    return this.#add('intent', action, this.#deed())
  }

  get openIntents(): number {
    return this.#open.length
  }

  /** Signs the tree as it stands. */
  seal(): void {
    const { size } = this.tree
    const body = checkpointText(size, this.tree.head(0, size), this.#timeMs)
    this.checkpoints.push({ size, note: this.key.sign(body) })
  }

  header(complete = true): ExportHeader {
    return {
      type: 'ledger',
      version: 1,
      origin: SAMPLE_ORIGIN,
      key: this.key.text,
      size: complete ? this.tree.size : (this.checkpoints.at(-1)?.size ?? 0),
      complete,
      exportedUtc: new Date(this.#timeMs + 1000).toISOString(),
    }
  }

  #halfOf(sequence: number) {
    const { random } = this
    const heard = [[0, 1000 + random.below(60_000)]]
    const whose = { recordingId: random.below(1e6), parties: [{ name: 'Zoë Ångström' }] }
    return {
      of: sequence,
      result: { status: 200, bytes: random.below(1e6), heard },
      ...(random.below(2) === 0 && { whose: JSON.stringify([whose]) }),
    }
  }

  #call() {
    const { random } = this
    return {
      call: 'getRecording',
      status: 200,
      attempts: 1,
      started: new Date(this.#timeMs).toISOString(),
      durationMs: random.below(400),
      recordingId: random.below(1e6),
    }
  }

  #deed() {
    const { random } = this
    const person = random.below(50)
    return {
      actor: JSON.stringify({ issuer: 'https://id.example', subject: `u${person}`, name: 'Sam' }),
      session: random.hex(32),
      object: { kind: 'recording', ids: [String(random.below(1e6))] },
      query: random.below(3) === 0 ? JSON.stringify({ name: 'Lindqvist' }) : null,
      purpose: random.below(3) === 0 ? JSON.stringify({ purpose: 'Complaint' }) : null,
      decision: { allowed: true, rule: 'permission:recordings.play' },
      address: '192.0.2.7',
      agent: 'Mozilla/5.0 “quoted”',
    }
  }

  #add(phase: string, action: string, fields: Record<string, unknown>): ExportEntry {
    const { random } = this
    const sequence = this.tree.size
    const personal: ExportEntry['personal'] = {}
    const commit = (field: string) => {
      const { [field]: text } = fields
      if (typeof text !== 'string') return null
      const salt = random.bytes(32)
      personal[field] = { salt: salt.toString('hex'), text }
      return { commitment: createHmac('sha256', salt).update(text).digest('hex') }
    }
    const { actor, query, purpose, address, agent, whose, object, ...plain } = fields
    const committedActor = commit('actor')
    const committedQuery = commit('query')
    const body = {
      ...plain,
      ...(whose !== undefined && { whose: commit('whose') }),
      ...(actor !== undefined && {
        actor: { ...committedActor, roles: ['compliance-officer'] },
        object: { ...Object(object), ...(committedQuery && { query: committedQuery }) },
        purpose: commit('purpose'),
        origin: { address: commit('address'), agent: commit('agent'), page: '/recordings' },
      }),
    }
    const id = `${random.hex(4)}-${random.hex(2)}-4${random.hex(2).slice(1)}-8${random.hex(2).slice(1)}-${random.hex(6)}`
    const base = { v: 1, seq: sequence, id, time: new Date(this.#timeMs).toISOString() }
    const request = phase === 'event' ? null : random.hex(8)
    const leaf = canonicalize({ ...base, phase, action, build: '0.1.0', request, ...body })
    if (leaf === undefined) throw new Error('A leaf is always JSON')
    const hash = this.tree.add(Buffer.from(leaf)).toString('hex')
    return { type: 'entry', leaf, personal, hash }
  }
}

/** A closed ledger: every intent has its outcome, the last checkpoint covers all. */
export function closedLedger(
  random: SeededRandom,
  key: SampleKey,
  size: number,
  every: number,
): { ledger: SampleLedger; entries: ExportEntry[] } {
  const ledger = new SampleLedger(random, key)
  const entries: ExportEntry[] = []
  while (entries.length < size || ledger.openIntents > 0) {
    entries.push(ledger.next(entries.length >= size))
    if (entries.length % every === 0) ledger.seal()
  }
  if (ledger.checkpoints.at(-1)?.size !== entries.length) ledger.seal()
  return { ledger, entries }
}

/** The lines of an export of the whole ledger. */
export function exportLines(ledger: SampleLedger, entries: readonly ExportEntry[]): string[] {
  const notes = ledger.checkpoints.map(({ note }) => ({ type: 'checkpoint', note }))
  return [ledger.header(), ...entries, ...notes].map((line) => JSON.stringify(line))
}

/** The lines of a selection, ascending, with a consistency proof from each earlier checkpoint in `from`. */
export function selectionLines(
  ledger: SampleLedger,
  entries: readonly ExportEntry[],
  sequences: readonly number[],
  from: readonly number[] = [],
): string[] {
  const { size = 0, note = '' } = ledger.checkpoints.at(-1) ?? {}
  const hex = (nodes: Buffer[]) => nodes.map((node) => node.toString('hex'))
  const chosen = sequences.flatMap((sequence) => {
    const entry = entries[sequence]
    return entry ? [{ ...entry, proof: hex(ledger.tree.path(sequence, size)) }] : []
  })
  const links: ExportConsistency[] = from.map((older) => ({
    type: 'consistency',
    from: older,
    to: size,
    proof: hex(ledger.tree.consistency(older, size)),
  }))
  return [ledger.header(false), ...chosen, { type: 'checkpoint', note }, ...links].map((line) =>
    JSON.stringify(line),
  )
}
