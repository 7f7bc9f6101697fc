import type { CallRecord } from './call-record'
import type { Clock } from './clock'
import { FOCUS_CALLS, type FocusCallName } from './endpoints'
import { contractProblem, failureOfConnection } from './failure'
import { type Pause, retryAfterMs } from './retry-after'
import type { Scope } from './scope'
import { readJson, type Transport, type TransportReply } from './transport'
import { wireRequest } from './wire-request'

export type SenderOptions = {
  baseUrl: string
  transport: Transport
  clock: Clock
  jsonBytes: number
  record: CallRecord
  pause: Pause
}

/** Puts single requests on the wire, notes what came of them, and hears a `Retry-After`. */
export class Sender {
  readonly #options: SenderOptions

  constructor(options: SenderOptions) {
    this.#options = options
  }

  /**
   * Resolves with the head of the reply, whatever its status.
   * @throws Failure when the connection breaks; Problem when the scope ends first
   */
  async send(
    name: FocusCallName,
    request: Readonly<Record<string, unknown>> | null,
    token: string | null,
    scope: Scope,
  ): Promise<TransportReply> {
    const { baseUrl, transport, clock, record, pause } = this.#options
    scope.check()
    const startedAt = clock.now()
    const { method, url, body } = wireRequest(baseUrl, name, request)
    let reply: TransportReply
    try {
      reply = await transport({
        method,
        url,
        token,
        body: body === null ? null : JSON.stringify(body),
        accept: FOCUS_CALLS[name].response === null ? '*/*' : 'application/json',
        signal: scope.signal,
      })
    } catch (error) {
      record.note(name, startedAt, null, scope.late || !scope.signal.aborted)
      scope.check()
      throw failureOfConnection(error, true)
    }
    const { status } = reply
    record.note(name, startedAt, status, status >= 400 && status !== 404)
    if (status === 429 || status === 503) {
      const ms = retryAfterMs(reply.header('retry-after'), clock.now())
      if (ms !== null) pause.extend(ms)
    }
    return reply
  }

  /**
   * The body of a reply as JSON.
   * @throws Failure when it breaks off; Problem `upstream-contract` when it is not JSON or too long
   */
  async json(name: FocusCallName, reply: TransportReply, scope: Scope): Promise<unknown> {
    let json: unknown
    try {
      json = await readJson(reply, this.#options.jsonBytes)
    } catch (error) {
      scope.check()
      throw failureOfConnection(error, false)
    }
    if (json === undefined) throw contractProblem(`${name}: not JSON, or too long`)
    return json
  }
}
