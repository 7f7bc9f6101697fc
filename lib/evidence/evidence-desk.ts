import type { Clock } from '@/lib/audio/clock'
import type { EvidenceState } from '@/lib/contract/evidence'
import type { Actor, UpstreamCall } from '@/lib/ledger/access-ledger'
import { Problem } from '@/lib/problem/problem'
import { toProblemBody } from '@/lib/problem/problem-json'
import { failureOf, folderOf, makePackage } from './make-package'
import type { MakingParts, Order } from './order'
import type { PackageFile } from './package-file'
import { type PackageAnswer, type PackageRequest, respondWithPackage } from './package-response'

/** More than these of one person at a time are refused: each takes disk, and Focus's time. */
const MOST_OF_ONE = 10

type Package = {
  order: Order
  state: EvidenceState
  file: PackageFile | null
  stop: AbortController
  readers: number
  forget: (() => void) | null
}

/**
 * The packages of this process: made one after another, so that Focus is asked by one of them at a time, kept for a
 * while, then gone. A package is known to nobody but who asked for it.
 */
export class EvidenceDesk {
  readonly #parts: MakingParts
  readonly #keepMs: number
  readonly #clock: Clock
  readonly #packages = new Map<string, Package>()
  #turn: Promise<void> = Promise.resolve()

  constructor(options: { parts: MakingParts; keepMs: number; clock: Clock }) {
    this.#parts = options.parts
    this.#keepMs = options.keepMs
    this.#clock = options.clock
  }

  /** Begins a package, whose entry is concluded when it is over. Throws `rate-limited` when this person has ten. */
  begin(order: Order): EvidenceState {
    if (this.list(order.actor).length >= MOST_OF_ONE) {
      throw new Problem(
        'rate-limited',
        `You have ${MOST_OF_ONE} packages already. Fetch and throw away one of them first.`,
      )
    }
    const one: Package = {
      order,
      file: null,
      stop: new AbortController(),
      readers: 0,
      forget: null,
      state: {
        id: order.id,
        state: 'making',
        recordings: null,
        packed: 0,
        missing: [],
        sizeBytes: 0,
        sha256: null,
        fileName: `${folderOf(order)}.zip`,
        entry: order.entry.sequence,
        startedUtc: order.askedUtc,
        expiresUtc: null,
        problem: null,
      },
    }
    this.#packages.set(order.id, one)
    this.#turn = this.#turn.then(() => this.#make(one))
    return this.#shown(one)
  }

  /** One person's packages, newest first. */
  list(actor: Actor): EvidenceState[] {
    return [...this.#packages.values()]
      .filter((one) => isSame(one.order.actor, actor))
      .map((one) => this.#shown(one))
      .reverse()
  }

  /** Stops making it, or throws it away. Throws `not-found` for another's, too. */
  cancel(id: string, actor: Actor): EvidenceState {
    const one = this.#find(id, actor)
    if (one.state.state === 'making') one.stop.abort()
    this.#drop(one)
    return { ...this.#shown(one), state: 'cancelled', expiresUtc: null }
  }

  /** The bytes of a package that is ready. Throws `not-found` for one that is not, and for another's. */
  respond(id: string, actor: Actor, request: PackageRequest): PackageAnswer {
    const one = this.#find(id, actor)
    const { file, state } = one
    if (state.state !== 'ready' || file === null || state.sha256 === null)
      throw new Problem('not-found', 'This package cannot be fetched: it is not ready.')
    one.readers += 1
    return respondWithPackage(file, { ...state, sha256: state.sha256 }, request, () => {
      one.readers -= 1
      this.#closeUnread(one)
    })
  }

  /** Ends everything; nothing can be fetched any more. Resolves when no file is left. */
  async close(): Promise<void> {
    for (const one of [...this.#packages.values()]) {
      one.stop.abort()
      this.#drop(one)
    }
    await this.#turn
  }

  #find(id: string, actor: Actor): Package {
    const one = this.#packages.get(id)
    if (one !== undefined && isSame(one.order.actor, actor)) return one
    throw new Problem('not-found', 'There is no such package, or its time is over.')
  }

  #shown({ state, file }: Package): EvidenceState {
    return { ...state, sizeBytes: state.state === 'making' ? (file?.size ?? 0) : state.sizeBytes }
  }

  /** Never rejects. The outcome of the order is in the ledger before the package can be fetched. */
  async #make(one: Package): Promise<void> {
    const { order, state, stop } = one
    const { entry } = order
    const upstream: UpstreamCall[] = []
    const counts = () => ({ recordings: state.packed, missing: state.missing.length })
    try {
      stop.signal.throwIfAborted()
      const file = await this.#parts.createFile()
      one.file = file
      const { sha256 } = await makePackage(
        order,
        file,
        this.#parts,
        {
          selected: (count) => {
            state.recordings = count
          },
          packed: (count, missing) => {
            state.packed = count
            state.missing = [...missing]
          },
          observe: (call) => void upstream.push(call),
        },
        stop.signal,
      )
      await entry.conclude({ status: 200, bytes: file.size, upstream, counts: counts() })
      stop.signal.throwIfAborted()
      state.state = 'ready'
      state.sha256 = sha256
      state.sizeBytes = file.size
    } catch (error) {
      const failure = failureOf(error, stop.signal)
      if (failure.problem === 'internal')
        this.#parts.log.warn({ requestId: order.id, err: error }, 'an evidence package failed')
      await entry
        .conclude({ ...failure, upstream, counts: counts() })
        .catch((err: unknown) =>
          this.#parts.log.warn({ requestId: order.id, err }, 'the outcome could not be recorded'),
        )
      await one.file?.close()
      one.file = null
      state.state = stop.signal.aborted ? 'cancelled' : 'failed'
      state.problem = problemBodyOf(error, order.id)
    }
    if (!this.#packages.has(order.id)) {
      this.#closeUnread(one)
      return
    }
    state.expiresUtc = new Date(this.#parts.nowMs() + this.#keepMs).toISOString()
    one.forget = this.#clock.after(this.#keepMs, () => this.#drop(one))
  }

  #drop(one: Package): void {
    this.#packages.delete(one.order.id)
    one.forget?.()
    if (one.state.state !== 'making') this.#closeUnread(one)
  }

  /** Whoever is in the middle of fetching it gets it whole. */
  #closeUnread(one: Package): void {
    if (one.readers > 0 || this.#packages.has(one.order.id)) return
    one.file?.close().catch(() => {})
    one.file = null
  }
}

const isSame = (a: Actor, b: Actor) => a.issuer === b.issuer && a.subject === b.subject

function problemBodyOf(error: unknown, requestId: string): unknown {
  const problem =
    error instanceof Problem
      ? error
      : new Problem('internal', 'An unexpected fault stopped the package.')
  return toProblemBody(problem, requestId)
}
