import { type Session, subjectHash } from '@/lib/access/session'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import type { Entry } from '@/lib/ledger/access-ledger'
import type { GateParts } from './gate'

/** One request on its way through the gate: becomes one log line and one outcome, however it ends. */
export class RequestRecord {
  /** Known once somebody was admitted. */
  session: Session | null = null
  /** Present once the intent was written. */
  entry: Entry | null = null
  /** The answer's body is still going out: whoever sends it calls `end`. */
  streaming = false
  readonly #endpoint: ApiEndpoint
  readonly #requestId: string
  readonly #parts: Pick<GateParts, 'log' | 'nowMs'>
  readonly #startedMs: number
  #ended = false

  constructor(endpoint: ApiEndpoint, requestId: string, parts: Pick<GateParts, 'log' | 'nowMs'>) {
    this.#endpoint = endpoint
    this.#requestId = requestId
    this.#parts = parts
    this.#startedMs = parts.nowMs()
  }

  /** Only the first call counts. Never rejects: an outcome that cannot be written is logged. */
  async end(status: number, problem?: string, cause?: unknown, bytes?: number): Promise<void> {
    if (this.#ended) return
    this.#ended = true
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
    try {
      await this.entry?.conclude({
        status,
        ...(bytes !== undefined && { bytes }),
        ...(problem !== undefined && { problem }),
      })
    } catch (err) {
      log.error({ requestId: this.#requestId, err }, 'the outcome could not be recorded')
    }
  }
}
