import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Actor, Deed, Ledger, WhoseCall } from '@/lib/ledger/access-ledger'
import type { Clock, Timers } from '@/lib/ledger/ledger-clock'
import { type LedgerOptions, openLedger } from '@/lib/ledger/open-ledger'
import type { Schema } from '@/lib/store/schema'

export const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey

/** A ledger over a database, with short waits and without start and stop entries unless asked for. */
export const ledgerOver = (
  db: Kysely<Schema>,
  options: Partial<LedgerOptions> & Pick<LedgerOptions, 'key'>,
): Promise<Ledger> =>
  openLedger({
    db,
    name: 'console.example/ledger',
    sessionSecret: 'a secret of this test',
    build: '1.2.3',
    announce: false,
    ...options,
  })

export const someone = (name: string): Actor => ({
  issuer: 'https://login.example',
  subject: name.toLowerCase(),
  name,
  email: `${name.toLowerCase()}@example.com`,
  roles: ['compliance-officer'],
})

/** Somebody plays a recording. */
export const deed = (change: Partial<Deed> = {}): Deed => ({
  action: 'play',
  object: { kind: 'recording', ids: ['7'] },
  actor: someone('Ada'),
  sessionId: 'session-1',
  purpose: { purpose: 'Complaint', caseNumber: 'C-1' },
  allowed: true,
  rule: 'permission:recordings.play',
  origin: { address: '192.0.2.7', agent: 'Browser', page: '/recordings/7' },
  requestId: 'request-1',
  ...change,
})

export const callOf = (recordingId: number, personId: number): WhoseCall => ({
  recordingId,
  parties: [
    {
      endpointId: 1,
      endpointType: 'phone',
      value: '44123',
      role: 'from',
      personId,
      personName: 'Grace',
    },
  ],
  direction: 'in',
  startUtc: '2026-11-01T09:00:00.000Z',
  durationMs: 60_000,
  retentionGroupId: null,
})

/** Both clocks and the timers, moved by hand. */
export class ManualTime implements Clock, Timers {
  #waiting = new Set<{ dueMs: number; call: () => void }>()
  #elapsedMs = 0

  constructor(private wallMs: number = Date.parse('2026-11-23T12:00:00.000Z')) {}

  nowMs = (): number => this.wallMs
  monotonicMs = (): number => this.#elapsedMs

  after(ms: number, call: () => void): () => void {
    const timer = { dueMs: this.#elapsedMs + ms, call }
    this.#waiting.add(timer)
    return () => void this.#waiting.delete(timer)
  }

  /** Lets time pass: what is due is called, in order. */
  pass(ms: number): void {
    const endMs = this.#elapsedMs + ms
    for (;;) {
      const next = [...this.#waiting]
        .filter((timer) => timer.dueMs <= endMs)
        .sort((a, b) => a.dueMs - b.dueMs)[0]
      if (next === undefined) break
      this.#waiting.delete(next)
      this.#move(Math.max(0, next.dueMs - this.#elapsedMs))
      next.call()
    }
    this.#move(endMs - this.#elapsedMs)
  }

  /** Lets some milliseconds pass again and again until a promise is settled. */
  async until<T>(promise: Promise<T>, stepMs = 5): Promise<T> {
    let settled = false
    const end = () => {
      settled = true
    }
    promise.then(end, end)
    while (!settled) {
      // A database needs real time to answer.
      await new Promise((next) => setTimeout(next, 10))
      if (!settled) this.pass(stepMs)
    }
    return promise
  }

  /** Time that passes while the process is kept from running: nothing is called. */
  stall(ms: number): void {
    this.#move(ms)
  }

  /** Somebody sets the clock on the wall. */
  setBack(ms: number): void {
    this.wallMs -= ms
  }

  #move(ms: number): void {
    this.#elapsedMs += ms
    this.wallMs += ms
  }
}
