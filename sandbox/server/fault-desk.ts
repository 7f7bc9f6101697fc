import type { ServerResponse } from 'node:http'
import { type Exchange, sendJson } from './exchange'
import type { Fault } from './fault-names'
import { Refusal } from './refusal'

const REFUSED_MS = 12_000
const SERVED_MS = 60_000

export type FaultDesk = {
  /** Makes the next `times` calls to a path fail; the path as the API writes it. */
  order(fault: Fault, path: string, times: number): void
  clear(): void
  /** Takes one ordered fault for a path. */
  next(path: string): Fault | null
  /** Whether this occurrence of a recovering fault still fails. */
  stillFails(fault: Fault, key: string): boolean
  slowMs: number
}

/** Remembers which faults were ordered, and how far those that recover have come. */
export function makeFaultDesk(clock: () => number, slowMs: number): FaultDesk {
  const orders: { fault: Fault; path: string; left: number }[] = []
  const turns = new Map<string, number>()
  const windows = new Map<string, number>()

  return {
    slowMs,
    order: (fault, path, times) => orders.push({ fault, path, left: times }),
    clear() {
      orders.length = 0
      turns.clear()
      windows.clear()
    },
    next(path) {
      const order = orders.find((candidate) => candidate.path === path && candidate.left > 0)
      if (!order) return null
      order.left -= 1
      return order.fault
    },
    stillFails(fault, key) {
      if (fault === '503-recovers' || fault === '401-once') {
        const turn = turns.get(key) ?? 0
        turns.set(key, turn + 1)
        return fault === '401-once' ? turn % 2 === 0 : turn % 3 !== 2
      }
      const nowMs = clock()
      const since = nowMs - (windows.get(key) ?? Number.NEGATIVE_INFINITY)
      if (since >= REFUSED_MS + SERVED_MS) {
        windows.set(key, nowMs)
        return true
      }
      return since < REFUSED_MS
    },
  }
}

/** Resolves after the time, or rejects as soon as the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })
}

function sendText(response: ServerResponse, status: number, type: string, text: string) {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) })
  response.end(text)
}

const HTML =
  '<!doctype html><html><head><title>500</title></head><body><h1>Server Error</h1></body></html>'

/**
 * Commits a fault. True when the answer has been given; false when the call goes on (late, or with a
 * fault that concerns what it answers). `key` tells occurrences of a recovering fault apart; null means
 * it does not recover.
 */
export async function commitFault(
  exchange: Exchange,
  fault: Fault,
  key: string | null,
): Promise<boolean> {
  const { response, house } = exchange
  const recovers = fault === '503-recovers' || fault === '401-once' || fault.startsWith('429')
  const occurrence = key ?? (fault.endsWith('recovers') || fault === '401-once' ? '' : null)
  if (recovers && occurrence !== null) {
    const name = `${fault} ${exchange.path} ${occurrence}`
    if (!house.faults.stillFails(fault, fault.startsWith('429') ? `${fault} ${key}` : name)) {
      return false
    }
  }
  switch (fault) {
    case 'slow':
      await pause(house.faults.slowMs, exchange.signal)
      return false
    case '429':
      throw new Refusal(429, 'Too many requests', { 'Retry-After': String(REFUSED_MS / 1000) })
    case '429-date':
      throw new Refusal(429, 'Too many requests', {
        'Retry-After': new Date(house.clock() + REFUSED_MS).toUTCString(),
      })
    case '429-bare':
      throw new Refusal(429, 'Too many requests')
    case '500-html':
      sendText(response, 500, 'text/html; charset=utf-8', HTML)
      return true
    case '503':
    case '503-recovers':
      throw new Refusal(503, 'Service unavailable')
    case '401-once':
      throw new Refusal(401, 'The token was not accepted')
    case '403':
      throw new Refusal(403, 'The service user may not do this')
    case 'not-json':
      sendText(response, 200, 'application/json', 'OK, but this is not JSON')
      return true
    case 'cut-json':
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 4096 })
      response.write('{"interactionId":5', () => response.destroy())
      return true
    case 'audio-404':
      if (!exchange.path.includes('playBack')) return false
      sendJson(response, 404, { error: { status: 404, message: 'The media is not there' } })
      return true
    default:
      return false
  }
}
