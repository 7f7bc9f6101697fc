import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '@/lib/audio/clock'
import type { EvidenceState } from '@/lib/contract/evidence'
import { EvidenceDesk } from '@/lib/evidence/evidence-desk'
import type { MakingParts, Order } from '@/lib/evidence/order'
import { PackageRoom } from '@/lib/evidence/package-file'
import { focusAt } from '@/lib/focus/testing/focus-at'
import type { Actor } from '@/lib/ledger/access-ledger'
import { openLedger } from '@/lib/ledger/open-ledger'
import { NoteSigner } from '@/lib/ledger/signed-note'
import { openDatabase } from '@/lib/store/database'
import { type SandboxOptions, startSandbox } from '@/sandbox/start-sandbox'

export const LEDGER_NAME = 'console.example/access-ledger'
export const OFFICER: Actor = {
  issuer: 'sandbox',
  subject: 'officer',
  name: 'Dana Whitfield </script><b>',
  email: 'dana@example.com',
  roles: ['compliance-officer'],
}

type BenchOptions = { sandbox?: SandboxOptions; maxBytes?: number; keepMs?: number }

/** A desk over a sandbox tenant and a ledger in a database file, all of them real, with a clock for expiry that is turned by hand. */
export async function evidenceBench(options: BenchOptions = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'evidence-'))
  const sandbox = await startSandbox({ port: 0, recordings: 200, ...options.sandbox })
  const db = await openDatabase(dataDir)
  const { privateKey: key } = generateKeyPairSync('ed25519')
  const ledger = await openLedger({
    db,
    key,
    name: LEDGER_NAME,
    sessionSecret: 'x'.repeat(32),
    build: '1.2.3',
  })
  const signer = new NoteSigner(LEDGER_NAME, key)
  const directory = join(dataDir, 'evidence')
  const maxBytes = options.maxBytes ?? 2 ** 31
  const room = new PackageRoom({ directory, maxBytes })
  const alarms = new Set<() => void>()
  const clock: Clock = {
    now: Date.now,
    after(_ms, run) {
      alarms.add(run)
      return () => alarms.delete(run)
    },
  }
  const { focus } = focusAt(sandbox.url)
  const parts: MakingParts = {
    focus,
    ledger,
    sign: (text) => signer.sign(text),
    createFile: () => room.createFile(),
    nowMs: Date.now,
    pause: () => Promise.resolve(),
    log: { warn: (fields) => process.stderr.write(`${JSON.stringify(fields)}\n`) },
    version: '1.2.3',
    tenant: 'Test tenant',
  }
  const desk = new EvidenceDesk({ parts, keepMs: options.keepMs ?? 3_600_000, clock })

  const order = async (
    ids: number[] | Order['request']['recordings'],
    more: { media?: boolean; actor?: Actor } = {},
  ): Promise<EvidenceState> => {
    const purpose = { purpose: 'Complaint by a client', caseNumber: 'C-2026-17' }
    const actor = more.actor ?? OFFICER
    const origin = { address: '192.0.2.7', agent: 'Test', page: '/recordings' }
    const id = randomUUID()
    const entry = await ledger.intend({
      action: 'evidence-export',
      object: { kind: 'evidence', ids: [] },
      actor,
      sessionId: 'session',
      purpose,
      allowed: true,
      rule: 'permission:evidence.export',
      origin,
      requestId: id,
    })
    const request: Order['request'] = {
      recordings: Array.isArray(ids) ? { ids } : ids,
      query: 'tag:complaint <!-- <script>',
      reason: purpose,
      media: more.media ?? true,
    }
    return desk.begin({
      ...{ id, entry, request, actor, sessionId: 'session', origin, purpose },
      askedUtc: new Date().toISOString(),
    })
  }

  /** As it stands once it is no longer being made; null when it is gone. */
  const over = async (id: string, actor = OFFICER): Promise<EvidenceState | null> => {
    for (;;) {
      const state = desk.list(actor).find((one) => one.id === id)
      if (state?.state !== 'making') return state ?? null
      await wait(10)
    }
  }

  return {
    ...{ dataDir, directory, sandbox, ledger, signer, room, desk, order, over, parts, focus },
    /** The time of everything that waits for its end is over. */
    expire: () => {
      for (const run of [...alarms]) run()
    },
    close: async () => {
      await desk.close()
      await ledger.stop()
      await db.destroy()
      await sandbox.close()
    },
  }
}

export type Bench = Awaited<ReturnType<typeof evidenceBench>>

/** All of a package, or the range of it. */
export async function fetched(
  bench: Bench,
  id: string,
  range: string | null = null,
  ifRange: string | null = null,
) {
  const signal = new AbortController().signal
  const answer = bench.desk.respond(id, OFFICER, { range, ifRange, signal })
  return { ...answer, bytes: Buffer.from(await new Response(answer.body).arrayBuffer()) }
}
