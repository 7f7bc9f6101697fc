import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LedgerAction } from '@/lib/contract/ledger'
import type { Focus } from '@/lib/focus/focus'
import type { Actor, Ledger, LedgerObject, Outcome, UpstreamCall } from '@/lib/ledger/access-ledger'
import { openLedger } from '@/lib/ledger/open-ledger'
import { whoseCall } from '@/lib/ledger/whose-calls'
import { openDatabase } from '@/lib/store/database'

type Call = Parameters<Focus['getRecording']>[1]

export const personOf = (name: string): Actor => ({
  issuer: 'sandbox',
  subject: name.toLowerCase().replace(' ', '-'),
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@sandbox.example`,
  roles: ['qa-reviewer'],
})

/** A ledger on a database file of its own. */
export async function ledgerOnDisk() {
  const db = await openDatabase(mkdtempSync(join(tmpdir(), 'audit-')))
  const ledger = await openLedger({
    db,
    key: generateKeyPairSync('ed25519').privateKey,
    name: 'test/access-ledger',
    sessionSecret: 'x'.repeat(32),
    build: 'test',
  })
  const close = async () => {
    await ledger.stop()
    await db.destroy()
  }
  return { db, ledger, close }
}

/** What the console does for a person: intent, the calls of Focus, outcome. */
export function consoleOf(ledger: Ledger, focus: Focus) {
  const deed = async (
    actor: Actor,
    action: LedgerAction,
    object: LedgerObject,
    ask: (call: Call) => Promise<Partial<Outcome>>,
    reason: string | null = null,
  ) => {
    const entry = await ledger.intend({
      action,
      object,
      actor,
      sessionId: actor.subject,
      purpose: reason === null ? null : { purpose: reason, caseNumber: 'C-2291' },
      allowed: true,
      rule: 'permission:recordings.play',
      origin: { address: '10.4.18.22', agent: 'Chrome 156', page: '/recordings' },
      requestId: null,
    })
    const upstream: UpstreamCall[] = []
    const observe = (call: UpstreamCall) => void upstream.push(call)
    const outcome = await ask({ signal: new AbortController().signal, observe })
    await entry.conclude({ status: 200, upstream, ...outcome })
    return entry.sequence
  }
  const about = (id: number): LedgerObject => ({ kind: 'recording', ids: [String(id)] })
  return {
    deed,
    view: (actor: Actor, id: number) =>
      deed(actor, 'view', about(id), async (call) => ({
        whose: [whoseCall(await focus.getRecording(id, call))],
      })),
    read: (actor: Actor, id: number) =>
      deed(actor, 'transcript-read', about(id), async (call) => {
        await focus.getTranscript(id, call)
        return {}
      }),
    play: (actor: Actor, id: number, heardMs: number, reason: string | null = null) =>
      deed(
        actor,
        'play',
        about(id),
        async (call) => {
          const detail = await focus.getRecording(id, call)
          const leaving = new AbortController()
          const { signal } = leaving
          await focus.openMedia(detail.thirdPartyId ?? '', { ...call, signal, recordingId: id })
          leaving.abort()
          const heard = heardMs === 0 ? [] : [{ startMs: 0, endMs: heardMs }]
          return { whose: [whoseCall(detail)], heard }
        },
        reason,
      ),
    refused: (actor: Actor, action: LedgerAction, id: number) =>
      ledger.record(
        {
          action,
          object: about(id),
          actor,
          sessionId: actor.subject,
          purpose: null,
          allowed: false,
          rule: 'permission:recordings.download',
          origin: { address: '10.4.18.23', agent: null, page: null },
          requestId: null,
        },
        { status: 403, problem: 'forbidden' },
      ),
  }
}
