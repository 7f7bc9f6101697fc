import { type Session, subjectHash } from '@/lib/access/session'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import type { Entry, Outcome, UpstreamCall } from '@/lib/ledger/access-ledger'
import { whoseCalls } from '@/lib/ledger/whose-calls'
import type { GateParts } from './gate'
import { type OpenRequest, serving } from './open-requests'

/** What the ledger shows of an answer that the stop of the server cut short. */
const SERVER_STOPS = 503
/** Upstream calls named one by one in an outcome; a gathering may make thousands, whose number stays. */
const MOST_CALLS = 2000

/** One request on its way through the gate: becomes one log line and one outcome, however it ends. */
export class RequestRecord implements OpenRequest {
  /** Known once somebody was admitted. */
  session: Session | null = null
  /** Present once the intent was written. */
  entry: Entry | null = null
  /** The one recording it is about, where it is one. */
  recordingId: number | null = null
  /** The answer's body is still going out: whoever sends it calls `end`. */
  streaming = false
  /** Ends a body that is going out, where there is one. */
  stopSending: () => void = () => {}
  /** Of the body, so far. */
  bytes: number | undefined
  readonly #endpoint: ApiEndpoint
  readonly #requestId: string
  readonly #parts: Pick<GateParts, 'log' | 'nowMs'>
  readonly #startedMs: number
  readonly #upstream: UpstreamCall[] = []
  #moreCalls = 0
  #noted: Partial<Outcome> = {}
  #entryKept = false
  #ended = false

  constructor(endpoint: ApiEndpoint, requestId: string, parts: Pick<GateParts, 'log' | 'nowMs'>) {
    this.#endpoint = endpoint
    this.#requestId = requestId
    this.#parts = parts
    this.#startedMs = parts.nowMs()
    serving().requests.add(this)
  }

  async breakOff(): Promise<void> {
    await this.end(SERVER_STOPS, 'aborted')
    this.stopSending()
  }

  /** Adds to the outcome: lists grow, counts and single values are the newest. */
  readonly note = (part: Partial<Outcome>): void => {
    const before = this.#noted
    this.#noted = {
      ...before,
      ...part,
      ...(part.whose && { whose: [...(before.whose ?? []), ...part.whose] }),
      ...(part.counts && { counts: { ...before.counts, ...part.counts } }),
    }
    for (const call of part.upstream ?? []) this.observe(call)
  }

  readonly observe = (call: UpstreamCall): void => {
    if (this.#upstream.length < MOST_CALLS) this.#upstream.push(call)
    else this.#moreCalls += 1
  }

  /** The handler concludes the entry itself, later. */
  readonly keepEntry = (): void => {
    this.#entryKept = true
  }

  /** Only the first call counts. Never rejects: an outcome that cannot be written is logged. */
  async end(status: number, problem?: string, cause?: unknown, bytes = this.bytes): Promise<void> {
    if (this.#ended) return
    this.#ended = true
    serving().requests.delete(this)
    const { log, nowMs } = this.#parts
    const line = {
      method: this.#endpoint.method,
      route: this.#endpoint.path,
      status,
      durationMs: nowMs() - this.#startedMs,
      requestId: this.#requestId,
      ...(this.session !== null && { subject: subjectHash(this.session) }),
      ...(problem !== undefined && { slug: problem }),
      ...(bytes !== undefined && { bytes }),
      ...(cause !== undefined && { err: cause }),
    }
    if (status >= 500) log.error(line, 'request')
    else log.info(line, 'request')
    if (this.entry === null || (this.#entryKept && problem === undefined)) return
    try {
      await this.entry.conclude(this.#outcome(status, problem, bytes))
    } catch (err) {
      log.error({ requestId: this.#requestId, err }, 'the outcome could not be recorded')
    }
  }

  #outcome(status: number, problem: string | undefined, bytes: number | undefined): Outcome {
    const { upstream: _listed, counts, ...noted } = this.#noted
    const seen = this.recordingId === null ? null : whoseCalls().find(this.recordingId)
    const all = this.#moreCalls === 0 ? counts : { ...counts, furtherCalls: this.#moreCalls }
    return {
      // Whose call it was, where the handler did not say and somebody has just looked at it.
      ...(seen !== null && { whose: [seen.whose] }),
      ...noted,
      status,
      ...(bytes !== undefined && { bytes }),
      ...(problem !== undefined && { problem }),
      ...(this.#upstream.length > 0 && { upstream: this.#upstream }),
      ...(all !== undefined && { counts: all }),
    }
  }
}
