import type { Logger } from 'pino'
import { Problem } from '@/lib/problem/problem'
import { CallRecord, rightMissing } from './call-record'
import { Circuit, type Permit, type Verdict } from './circuit'
import { type Clock, pauseFor, toInstant } from './clock'
import { FOCUS_CALLS, type FocusCallName, type FocusRequest, type RowsCallName } from './endpoints'
import { contractProblem, Failure, failureOfStatus } from './failure'
import type { Figures, Lane } from './figures'
import { CallLane } from './lane'
import { type FocusMedia, readMedia } from './media'
import { Pause } from './retry-after'
import { backoffMs, RetryBudget } from './retry-budget'
import { Scope } from './scope'
import { Sender } from './sender'
import { TokenKeeper } from './token'
import type { Transport, TransportReply } from './transport'
import { AuthReply } from './wire/auth'
import type { WireReply } from './wire/row'

/** What every call is given. `signal` aborts it, on the wire too, at any time. */
export type FocusCall = {
  signal: AbortSignal
  /** Joins the log line to the reader's request. */
  requestId?: string | undefined
  /** `background` yields to people: a lane of its own, and more patience. */
  lane?: 'background' | undefined
  /** The recording it is about, where the request itself does not name one. */
  recordingId?: number | undefined
  /** Told once of each call that reached the wire, when it is over; of media, when its head has come or failed. */
  observe?: ((call: ObservedCall) => void) | undefined
}

/** What came of one call, its repetitions counted. */
export type ObservedCall = {
  call: FocusCallName
  /** Of the last try; null when no answer came. */
  status: number | null
  /** Requests sent, at least one. */
  attempts: number
  startedUtc: string
  durationMs: number
  recordingId: number | null
}

export type ClientOptions = {
  baseUrl: string
  credentials: { clientId: number; apiKey: string; username: string }
  transport: Transport
  clock: Clock
  /** Evenly from 0 to below 1. */
  random: () => number
  figures: Figures
  log: Pick<Logger, 'warn'>
}

type Fields = Readonly<Record<string, unknown>> | null
/** What one call has put on the wire so far. */
type OnWire = { attempts: number; status: number | null }
type Ask = { name: FocusCallName; request: Fields; lane: Lane; attempts: number; onWire: OnWire }
/** Reads a good reply. `hold` keeps place and scope beyond it; what it gives frees them. */
type Read<T> = (reply: TransportReply, scope: Scope, hold: () => () => void) => Promise<T>

/** Asks Focus: rights, lanes, circuit, token, deadline, repetition. Throws nothing but `Problem`. */
export class FocusClient {
  readonly record: CallRecord
  readonly circuit: Circuit
  readonly pause: Pause
  readonly lanes: Record<Lane, CallLane>
  readonly tokens: TokenKeeper
  readonly #options: ClientOptions
  readonly #budget: RetryBudget
  readonly #sender: Sender

  constructor(options: ClientOptions) {
    const { baseUrl, transport, clock, random, figures } = options
    const lane = (name: Lane) => new CallLane(clock, figures.lanes[name], figures.queue)
    this.#options = options
    this.record = new CallRecord(clock, figures.rightMissingMemory)
    this.circuit = new Circuit(clock, figures.circuit)
    this.pause = new Pause(clock, figures.longestPause)
    this.lanes = {
      interactive: lane('interactive'),
      audio: lane('audio'),
      background: lane('background'),
    }
    this.tokens = new TokenKeeper(clock, random, figures, () => this.#exchange())
    this.#budget = new RetryBudget(clock, figures.retryBudget)
    const { record, pause } = this
    const { jsonBytes } = figures
    this.#sender = new Sender({ baseUrl, transport, clock, jsonBytes, record, pause })
  }

  /** The rows one call answers. */
  rows<N extends RowsCallName>(
    name: N,
    request: FocusRequest<N>,
    call: FocusCall,
  ): Promise<WireReply> {
    const background = call.lane === 'background'
    const ask: Ask = {
      name,
      request,
      lane: background ? 'background' : 'interactive',
      attempts: background ? this.#options.figures.backgroundAttempts : FOCUS_CALLS[name].attempts,
      onWire: { attempts: 0, status: null },
    }
    return this.#ask(ask, call, async (reply, scope) => {
      const json = await this.#sender.json(name, reply, scope)
      const parsed = FOCUS_CALLS[name].response.safeParse(json)
      if (parsed.success)
        return {
          ...parsed.data,
          noteUnreadable: (count) => this.record.noteUnreadable(name, count),
        }
      throw contractProblem(`${name}: ${parsed.error.issues[0]?.message}`)
    })
  }

  /** Opens media: one request without a range, and a play in Focus's audit. */
  media(thirdPartyId: string, call: FocusCall): Promise<FocusMedia> {
    const { attempts } = FOCUS_CALLS.openMedia
    const onWire = { attempts: 0, status: null }
    const ask: Ask = {
      name: 'openMedia',
      request: { thirdPartyId },
      lane: 'audio',
      attempts,
      onWire,
    }
    return this.#ask(ask, call, (reply, scope, hold) =>
      readMedia(reply, scope, this.#options.figures.audioGap, hold),
    )
  }

  /** Makes sure of a token; asks for one only when there is none. */
  async authenticate(call: FocusCall): Promise<void> {
    const { clock, figures } = this.#options
    const scope = new Scope(clock, call.signal, figures.deadlines.auth)
    try {
      await this.tokens.get(scope)
    } catch (error) {
      throw problemOf(error)
    } finally {
      scope.close()
    }
  }

  async #ask<T>(ask: Ask, call: FocusCall, read: Read<T>): Promise<T> {
    const { clock, figures, log } = this.#options
    this.record.checkRight(ask.name)
    this.#budget.called()
    const startedAt = clock.now()
    const scope = new Scope(clock, call.signal, figures.deadlines[FOCUS_CALLS[ask.name].deadline])
    let held = false
    try {
      const answer = await this.#repeat(scope, ask, () => this.#try(ask, scope, read))
      held = answer.held
      return answer.value
    } catch (error) {
      const problem = problemOf(error)
      if (problem.slug === 'upstream-contract') this.record.noteUnreadable(ask.name, 1)
      if (!call.signal.aborted) {
        const { requestId } = call
        const ms = clock.now() - startedAt
        const cause = problem.cause instanceof Error ? problem.cause : String(problem.cause ?? '')
        log.warn({ requestId, call: ask.name, slug: problem.slug, ms, cause }, 'Focus call failed')
      }
      throw problem
    } finally {
      if (!held) scope.close()
      if (ask.onWire.attempts > 0) call.observe?.(observed(ask, call, startedAt, clock.now()))
    }
  }

  /** Until it succeeds, or its kind, their number, the deadline or the budget forbids another try. */
  async #repeat<T>(
    scope: Scope,
    { lane, attempts }: Pick<Ask, 'lane' | 'attempts'>,
    attempt: () => Promise<T>,
  ): Promise<T> {
    const { clock, random, figures } = this.#options
    const { base, baseAfter429, cap, backgroundCap } = figures.backoff
    for (let number = 1; ; number += 1) {
      try {
        return await attempt()
      } catch (error) {
        scope.check()
        if (!(error instanceof Failure && error.repeatable) || number >= attempts) throw error
        // A pause that outlasts the deadline is told as such, with its length.
        await this.pause.pass(scope)
        const step = {
          base: error.status === 429 ? baseAfter429 : base,
          cap: lane === 'background' ? backgroundCap : cap,
        }
        const waitMs = backoffMs(random, step, number)
        if (clock.now() + waitMs >= scope.deadlineAt || !this.#budget.spend()) throw error
        await pauseFor(clock, waitMs, scope.signal)
        scope.check()
      }
    }
  }

  /** A place in the lane, outside any pause: one may have begun while it waited. */
  async #enter(lane: Lane, scope: Scope): Promise<() => void> {
    for (;;) {
      await this.pause.pass(scope)
      const leave = await this.lanes[lane].enter(scope)
      if (this.pause.until === null) return leave
      leave()
    }
  }

  /** One try: a place, the circuit's leave, a token, and once more with another token after a 401. */
  async #try<T>(ask: Ask, scope: Scope, read: Read<T>): Promise<{ value: T; held: boolean }> {
    const { name } = ask
    const leave = await this.#enter(ask.lane, scope)
    let permit: Permit | null = null
    let held = false
    let exchanging = false
    const token = async (get: Promise<string>) => {
      exchanging = true
      const text = await get
      exchanging = false
      return text
    }
    const hold = () => {
      held = true
      return () => {
        leave()
        scope.close()
      }
    }
    try {
      permit = this.circuit.enter()
      const first = await token(this.tokens.get(scope))
      let reply = await this.#send(ask, first, scope)
      if (reply.status === 401) {
        reply.discard()
        const second = await token(this.tokens.replace(first, scope))
        reply = await this.#send(ask, second, scope)
      }
      this.#checkStatus(name, reply)
      const value = await read(reply, scope, hold)
      permit.end('alive')
      return { value, held }
    } catch (error) {
      const waitsForToken = exchanging && !permit?.trial
      permit?.end(waitsForToken ? 'unknown' : verdictOf(error, scope))
      throw error
    } finally {
      if (!held) leave()
    }
  }

  async #send({ name, request, onWire }: Ask, token: string, scope: Scope) {
    scope.check()
    onWire.attempts += 1
    onWire.status = null
    const reply = await this.#sender.send(name, request, token, scope)
    onWire.status = reply.status
    return reply
  }

  #checkStatus(name: FocusCallName, reply: TransportReply): void {
    const { status } = reply
    if (status === 401) this.tokens.noteRefusal()
    else if (status < 400) this.tokens.noteAccepted()
    if (status >= 200 && status < 300) return
    reply.discard()
    throw status === 403 ? new Failure(rightMissing(name), false, status) : failureOfStatus(status)
  }

  /** One token exchange, for whoever waits; no single caller's leaving ends it. */
  async #exchange(): Promise<string> {
    const { clock, figures, credentials } = this.#options
    const { attempts } = FOCUS_CALLS.authenticate
    const scope = new Scope(clock, null, figures.deadlines.auth)
    const attempt = async () => {
      await this.pause.pass(scope)
      try {
        const reply = await this.#sender.send('authenticate', credentials, null, scope)
        if (reply.status < 200 || reply.status >= 300) {
          reply.discard()
          throw failureOfExchange(reply.status)
        }
        const parsed = AuthReply.safeParse(await this.#sender.json('authenticate', reply, scope))
        if (!parsed.success) throw contractProblem('authenticate: no token')
        this.circuit.record('alive')
        return parsed.data.token
      } catch (error) {
        this.circuit.record(verdictOf(error, scope))
        throw error
      }
    }
    try {
      return await this.#repeat(scope, { lane: 'interactive', attempts }, attempt)
    } catch (error) {
      throw problemOf(error)
    } finally {
      scope.close()
    }
  }
}

function observed(
  { name, request, onWire }: Ask,
  call: FocusCall,
  startedAt: number,
  now: number,
): ObservedCall {
  const named = request?.recordingId
  return {
    call: name,
    ...onWire,
    startedUtc: toInstant(startedAt),
    durationMs: now - startedAt,
    recordingId: typeof named === 'number' ? named : (call.recordingId ?? null),
  }
}

/** Any refusal of the key means that it, or the account beside it, is not what Focus knows. */
function failureOfExchange(status: number): Failure {
  if (![400, 401, 403, 404].includes(status)) return failureOfStatus(status)
  const cause = `Focus answered ${status} to the token exchange`
  const detail = 'Focus does not accept the API key, the account or the service user.'
  return new Failure(new Problem('upstream-rejected', detail, { cause }), false, status)
}

/** What a failed call says of Focus's health: any answer below 500 is a sign of life. */
function verdictOf(error: unknown, scope: Scope): Verdict {
  if (scope.signal.aborted && !scope.late) return 'unknown'
  if (error instanceof Failure) return (error.status ?? 500) < 500 ? 'alive' : 'failed'
  if (!(error instanceof Problem)) return 'unknown'
  return ['upstream-unavailable', 'upstream-timeout'].includes(error.slug) ? 'failed' : 'alive'
}

function problemOf(error: unknown): Problem {
  if (error instanceof Failure) return error.problem
  if (error instanceof Problem) return error
  return new Problem('internal', 'The console failed while it asked Focus.', { cause: error })
}
