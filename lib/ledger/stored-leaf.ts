import { z } from 'zod'
import { LEDGER_ACTIONS } from '@/lib/contract/ledger'
import type { Actor, Deed, Outcome, WhoseCall } from './access-ledger'

// The database may have been tampered with: what is read back is looked at like anything from outside.

const Committed = z.object({ commitment: z.string() })
const Result = z.object({
  status: z.number().optional(),
  problem: z.string().optional(),
  bytes: z.number().optional(),
  heard: z.array(z.tuple([z.number(), z.number()])).optional(),
  counts: z.record(z.string(), z.number()).optional(),
})
const Upstream = z.array(
  z.object({
    call: z.string(),
    status: z.number().nullable(),
    attempts: z.number(),
    started: z.string(),
    durationMs: z.number(),
    recordingId: z.number().nullable(),
  }),
)
const Base = z.object({
  seq: z.number(),
  time: z.string(),
  action: z.enum(LEDGER_ACTIONS),
  request: z.string().nullable(),
})
const FollowUp = Base.extend({
  of: z.number(),
  result: Result,
  upstream: Upstream.optional(),
})
// Kinds and roles of a later version are read as they stand.
const DeedLeaf = Base.extend({
  actor: Committed.extend({ roles: z.array(z.string()) }).nullable(),
  session: z.string().nullable(),
  object: z.object({ kind: z.string(), ids: z.array(z.string()) }),
  decision: z.object({ allowed: z.boolean(), rule: z.string() }),
  origin: z.object({ page: z.string().nullable() }),
  result: Result.optional(),
  upstream: Upstream.optional(),
})

/** A leaf as it is read back. */
export const StoredLeaf = z.discriminatedUnion('phase', [
  DeedLeaf.extend({ phase: z.literal('intent') }),
  DeedLeaf.extend({ phase: z.literal('event') }),
  FollowUp.extend({ phase: z.literal('progress') }),
  FollowUp.extend({ phase: z.literal('outcome') }),
])
export type StoredLeaf = z.infer<typeof StoredLeaf>
export type StoredDeed = Extract<StoredLeaf, { phase: 'intent' | 'event' }>
export type StoredFollowUp = Extract<StoredLeaf, { phase: 'progress' | 'outcome' }>

/** The leaf a text holds, or null when it holds none. */
export function readLeaf(text: string): StoredLeaf | null {
  return StoredLeaf.safeParse(readJson(text)).data ?? null
}

/** Clear texts of an entry that were not erased, by field. */
export type ClearTexts = ReadonlyMap<string, string>

const WhoActed = z.object({
  issuer: z.string(),
  subject: z.string(),
  name: z.string(),
  email: z.string().nullable(),
})
const Purpose = z.object({ purpose: z.string(), caseNumber: z.string().nullable() })

/** Who did it; null where nobody did, or where it was erased. */
export function actorOf(leaf: StoredDeed, texts: ClearTexts): Actor | null {
  const who = WhoActed.safeParse(readJson(texts.get('actor'))).data
  if (leaf.actor === null || who === undefined) return null
  // roles of a later version are shown as they stand
  return { ...who, roles: leaf.actor.roles as Actor['roles'] }
}

/** The deed as it was told, as far as its texts are there. */
export function deedOf(leaf: StoredDeed, texts: ClearTexts): Omit<Deed, 'sessionId'> {
  const query = readJson(texts.get('query'))
  return {
    action: leaf.action,
    object: {
      // a kind of a later version is shown as it stands
      kind: leaf.object.kind as Deed['object']['kind'],
      ids: leaf.object.ids,
      ...(query !== undefined && { query }),
    },
    actor: actorOf(leaf, texts),
    purpose: Purpose.safeParse(readJson(texts.get('purpose'))).data ?? null,
    allowed: leaf.decision.allowed,
    rule: leaf.decision.rule,
    origin: {
      address: texts.get('address') ?? null,
      agent: texts.get('agent') ?? null,
      page: leaf.origin.page,
    },
    requestId: leaf.request,
  }
}

/** The outcome that a leaf tells; null where it tells none. */
export function outcomeOf(leaf: StoredLeaf, texts: ClearTexts): Outcome | null {
  const { result, upstream } = leaf
  if (result === undefined) return null
  const { status, problem, bytes, heard, counts } = result
  const whose = readJson(texts.get('whose'))
  return {
    status: status ?? 0,
    ...(problem !== undefined && { problem }),
    ...(bytes !== undefined && { bytes }),
    ...(heard !== undefined && { heard: heard.map(([startMs, endMs]) => ({ startMs, endMs })) }),
    ...(counts !== undefined && { counts }),
    ...(upstream !== undefined && {
      upstream: upstream.map(({ started, ...call }) => ({ ...call, startedUtc: started })),
    }),
    // the commitment vouches for what this console wrote
    ...(Array.isArray(whose) && { whose: whose as WhoseCall[] }),
  }
}

function readJson(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
