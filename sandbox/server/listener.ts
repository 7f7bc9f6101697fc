import type { IncomingMessage, ServerResponse } from 'node:http'
import { CALLS } from './calls'
import { control } from './control'
import { type Exchange, type House, readJson, sendJson } from './exchange'
import { commitFault } from './fault-desk'
import { isFault } from './fault-names'
import type { makeRateLimit } from './rate-limit'
import { Refusal } from './refusal'

const ROOT = '/api'

/** Answers one request after another; what a call refuses becomes its JSON error. */
export function makeListener(house: House, rateLimit: ReturnType<typeof makeRateLimit>) {
  const { usage, tokens, rights, faults } = house

  const beside = async (path: string, request: IncomingMessage, response: ServerResponse) => {
    if (path === '/sandbox/stats' && request.method === 'GET') {
      return sendJson(response, 200, usage.stats())
    }
    if (path === '/sandbox/control' && request.method === 'POST') {
      return sendJson(response, 200, control(house, await readJson(request)))
    }
    throw new Refusal(404, 'No such call')
  }

  const authorise = (request: IncomingMessage) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (!token || !tokens.accepts(token)) throw new Refusal(401, 'The token was not accepted')
  }

  const serve = async (exchange: Exchange) => {
    const { request, response, path } = exchange
    const here = CALLS.filter((call) => call.path === path)
    const call = here.find((candidate) => candidate.method === request.method)
    if (!call) throw new Refusal(here.length > 0 ? 405 : 404, 'No such call')
    usage.call(path)
    const waitSeconds = rateLimit.take()
    if (waitSeconds !== null) {
      throw new Refusal(429, 'Too many requests', { 'Retry-After': String(waitSeconds) })
    }
    const asked = String(request.headers['x-sandbox-fault'] ?? '')
    exchange.fault = isFault(asked) ? asked : faults.next(path)
    if (exchange.fault && (await commitFault(exchange, exchange.fault, null))) return
    if (call.right !== null) {
      authorise(request)
      if (!rights.holds(call.right)) {
        throw new Refusal(403, `The service user lacks the right ${call.right}`)
      }
    }
    if (call.method === 'POST') exchange.body = await readJson(request)
    const answer = await call.answer(exchange)
    if (answer !== null) sendJson(response, 200, answer)
  }

  return async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://sandbox')
    const leaving = new AbortController()
    const isCall = url.pathname.startsWith(`${ROOT}/`)
    if (isCall) usage.counts.inFlight += 1
    response.once('close', () => {
      if (!isCall) return
      usage.counts.inFlight -= 1
      usage.status(response.statusCode)
      if (!response.writableFinished) {
        usage.counts.abortedCalls += 1
        leaving.abort(new Error('The caller has left'))
      }
    })
    try {
      if (!isCall) {
        return await beside(url.pathname, request, response)
      }
      await serve({
        house,
        request,
        response,
        url,
        path: url.pathname.slice(ROOT.length),
        body: {},
        signal: leaving.signal,
        fault: null,
      })
    } catch (error) {
      if (leaving.signal.aborted || response.headersSent) {
        response.destroy()
        return
      }
      const status = error instanceof Refusal ? error.status : 500
      const headers = error instanceof Refusal ? error.headers : {}
      const message = error instanceof Error ? error.message : 'Unknown'
      sendJson(response, status, { error: { status, message } }, headers)
    }
  }
}
