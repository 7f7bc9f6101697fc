import { randomUUID } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Interval } from '@/lib/contract/ledger'
import type { Deed, Outcome, UpstreamCall } from './access-ledger'
import { PersonalTexts, storable } from './personal'

/** When an entry is written: the ledger's time and, where it tells, what the server's clock did. */
export type EntryTime = { timeMs: number; clock?: { stepMs: number; reading: string } }

/** All of a leaf but its place. Clear texts are beside it. */
export type Draft = {
  phase: 'intent' | 'progress' | 'outcome' | 'event'
  action: string
  /** Sequence of the intent. */
  intent: number | null
  fields: Readonly<Record<string, unknown>>
  personal: PersonalTexts['kept']
}

/** Of an intent, or, with its outcome, of an event. */
export function deedDraft(
  phase: 'intent' | 'event',
  deed: Deed,
  named: { session: string | null; build: string; outcome?: Outcome | undefined },
): Draft {
  const texts = new PersonalTexts()
  const { actor, object, purpose, origin } = deed
  const fields = {
    action: deed.action,
    request: deed.requestId,
    build: named.build,
    actor:
      actor === null
        ? null
        : {
            ...texts.json('actor', {
              issuer: actor.issuer,
              subject: actor.subject,
              name: actor.name,
              email: actor.email,
            }),
            roles: actor.roles,
          },
    session: named.session,
    object: {
      kind: object.kind,
      ids: object.ids,
      ...(object.query !== undefined && { query: texts.json('query', object.query) }),
    },
    purpose: purpose === null ? null : texts.json('purpose', purpose),
    decision: { allowed: deed.allowed, rule: deed.rule },
    origin: {
      address: texts.text('address', origin.address),
      agent: texts.text('agent', origin.agent),
      page: origin.page,
    },
    ...(named.outcome !== undefined && outcomeFields(named.outcome, texts)),
  }
  return { phase, action: deed.action, intent: null, fields, personal: texts.kept }
}

/** What a progress or an outcome repeats of its intent. */
export type OfIntent = { sequence: number; action: string; requestId: string | null; build: string }

/** Of how an intent ended. */
export function outcomeDraft(of: OfIntent, outcome: Outcome): Draft {
  const texts = new PersonalTexts()
  return followUp('outcome', of, outcomeFields(outcome, texts), texts)
}

/** Of what was heard so far. */
export function progressDraft(of: OfIntent, heard: Interval[]): Draft {
  return followUp('progress', of, { result: { heard: pairs(heard) } }, new PersonalTexts())
}

function followUp(
  phase: 'progress' | 'outcome',
  of: OfIntent,
  result: Record<string, unknown>,
  texts: PersonalTexts,
): Draft {
  const { sequence, action, requestId, build } = of
  const fields = { of: sequence, action, request: requestId, build, ...result }
  return { phase, action, intent: sequence, fields, personal: texts.kept }
}

function outcomeFields(outcome: Outcome, texts: PersonalTexts): Record<string, unknown> {
  const { status, problem, bytes, heard, counts, upstream, whose } = outcome
  return {
    result: {
      status: whole(status),
      ...(problem !== undefined && { problem }),
      ...(bytes !== undefined && { bytes: whole(bytes) }),
      ...(heard !== undefined && { heard: pairs(heard) }),
      ...(counts !== undefined && { counts: finite(counts) }),
    },
    upstream: (upstream ?? []).map(upstreamFields),
    ...(whose !== undefined && whose.length > 0 && { whose: texts.json('whose', whose) }),
  }
}

const upstreamFields = (call: UpstreamCall) => ({
  call: call.call,
  status: call.status,
  attempts: whole(call.attempts),
  started: call.startedUtc,
  durationMs: Number.isFinite(call.durationMs) ? call.durationMs : 0,
  recordingId: call.recordingId,
})

// A leaf outside its form would be taken for a forged one for ever: what cannot stand there is mended here.
const whole = (value: number) => (Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0)

const pairs = (heard: readonly Interval[]) =>
  heard
    .map(({ startMs, endMs }) => [whole(startMs), whole(endMs)] as const)
    .filter(([startMs, endMs]) => startMs < endMs)

const finite = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => Number.isFinite(count)))

/** The leaf at its place: RFC 8785 canonical JSON. Throws on what is no JSON. */
export function leafOf(draft: Draft, sequence: number, time: EntryTime): string {
  const text = canonicalize({
    v: 1,
    seq: sequence,
    id: randomUUID(),
    time: new Date(time.timeMs).toISOString(),
    ...(time.clock !== undefined && { clock: time.clock }),
    phase: draft.phase,
    ...wellFormed(draft.fields),
  })
  if (text === undefined) throw new Error('The entry is no JSON.')
  return text
}

/** RFC 8785 takes no half surrogates; what a browser sent may hold some. */
function wellFormed(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const mended = JSON.parse(JSON.stringify(value), (_name, item) =>
    typeof item === 'string' ? storable(item) : item,
  )
  // an object stays one
  return mended as Record<string, unknown>
}
